"""The nations of the United Kingdom and the regions of England."""

from representatives.countries.regions import regions

# Ids as in Open Civic Data's list of divisions.
_ENGLISH = "part:eng/region"

REGIONS = regions(
    "gb",
    ("UKC", _ENGLISH, "North East", "Nord-Est", "in the North East", "dans le Nord-Est de l’Angleterre"),
    ("UKD", _ENGLISH, "North West", "Nord-Ouest", "in the North West", "dans le Nord-Ouest de l’Angleterre"),
    (
        "UKE",
        _ENGLISH,
        "Yorkshire and The Humber",
        "Yorkshire et Humber",
        "in Yorkshire and The Humber",
        "dans le Yorkshire et Humber",
    ),
    (
        "UKF",
        _ENGLISH,
        "East Midlands",
        "Midlands de l’Est",
        "in the East Midlands",
        "dans les Midlands de l’Est",
    ),
    (
        "UKG",
        _ENGLISH,
        "West Midlands",
        "Midlands de l’Ouest",
        "in the West Midlands",
        "dans les Midlands de l’Ouest",
    ),
    (
        "UKH",
        _ENGLISH,
        "East of England",
        "Est de l’Angleterre",
        "in the East of England",
        "dans l’Est de l’Angleterre",
    ),
    ("UKI", _ENGLISH, "London", "Londres", "in London", "à Londres"),
    ("UKJ", _ENGLISH, "South East", "Sud-Est", "in the South East", "dans le Sud-Est de l’Angleterre"),
    ("UKK", _ENGLISH, "South West", "Sud-Ouest", "in the South West", "dans le Sud-Ouest de l’Angleterre"),
    ("SCT", "part", "Scotland", "Écosse", "in Scotland", "en Écosse"),
    ("WLS", "part", "Wales", "Pays de Galles", "in Wales", "au pays de Galles"),
    ("NIR", "part", "Northern Ireland", "Irlande du Nord", "in Northern Ireland", "en Irlande du Nord"),
)
