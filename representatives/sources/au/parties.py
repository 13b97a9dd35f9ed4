"""What Australia's lists call the parties."""

from collections.abc import Mapping

# The lists' codes: https://www.aph.gov.au/Senators_and_Members/Members
PARTIES: Mapping[str, str] = {
    "AG": "Australian Greens",
    "ALP": "Australian Labor Party",
    "AV": "Australia’s Voice",
    "CA": "Centre Alliance",
    "CLP": "Country Liberal Party",
    "GRN": "Australian Greens",
    "IND": "Independent",
    "JLN": "Jacqui Lambie Network",
    "KAP": "Katter’s Australian Party",
    "LIB": "Liberal Party of Australia",
    "LNP": "Liberal National Party of Queensland",
    "LP": "Liberal Party of Australia",
    "NATS": "The Nationals",
    "NP": "The Nationals",
    "PHON": "Pauline Hanson’s One Nation",
    "UAP": "United Australia Party",
}
