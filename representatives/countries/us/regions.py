"""The states, the District of Columbia and the territories that send someone to Congress, in both page languages.

Abbreviations: https://pe.usps.com/text/pub28/28apb.htm ; who is a state, who sends a delegate:
https://www.house.gov/representatives
"""

from representatives.countries.regions import regions

_STATES = (
    ("AL", "Alabama", "Alabama", "en Alabama"),
    ("AK", "Alaska", "Alaska", "en Alaska"),
    ("AZ", "Arizona", "Arizona", "en Arizona"),
    ("AR", "Arkansas", "Arkansas", "en Arkansas"),
    ("CA", "California", "Californie", "en Californie"),
    ("CO", "Colorado", "Colorado", "au Colorado"),
    ("CT", "Connecticut", "Connecticut", "au Connecticut"),
    ("DE", "Delaware", "Delaware", "au Delaware"),
    ("FL", "Florida", "Floride", "en Floride"),
    ("GA", "Georgia", "Géorgie", "en Géorgie"),
    ("HI", "Hawaii", "Hawaï", "à Hawaï"),
    ("ID", "Idaho", "Idaho", "en Idaho"),
    ("IL", "Illinois", "Illinois", "en Illinois"),
    ("IN", "Indiana", "Indiana", "en Indiana"),
    ("IA", "Iowa", "Iowa", "en Iowa"),
    ("KS", "Kansas", "Kansas", "au Kansas"),
    ("KY", "Kentucky", "Kentucky", "au Kentucky"),
    ("LA", "Louisiana", "Louisiane", "en Louisiane"),
    ("ME", "Maine", "Maine", "dans le Maine"),
    ("MD", "Maryland", "Maryland", "au Maryland"),
    ("MA", "Massachusetts", "Massachusetts", "au Massachusetts"),
    ("MI", "Michigan", "Michigan", "au Michigan"),
    ("MN", "Minnesota", "Minnesota", "au Minnesota"),
    ("MS", "Mississippi", "Mississippi", "au Mississippi"),
    ("MO", "Missouri", "Missouri", "au Missouri"),
    ("MT", "Montana", "Montana", "au Montana"),
    ("NE", "Nebraska", "Nebraska", "au Nebraska"),
    ("NV", "Nevada", "Nevada", "au Nevada"),
    ("NH", "New Hampshire", "New Hampshire", "au New Hampshire"),
    ("NJ", "New Jersey", "New Jersey", "au New Jersey"),
    ("NM", "New Mexico", "Nouveau-Mexique", "au Nouveau-Mexique"),
    ("NY", "New York", "New York", "dans l’État de New York"),
    ("NC", "North Carolina", "Caroline du Nord", "en Caroline du Nord"),
    ("ND", "North Dakota", "Dakota du Nord", "au Dakota du Nord"),
    ("OH", "Ohio", "Ohio", "en Ohio"),
    ("OK", "Oklahoma", "Oklahoma", "en Oklahoma"),
    ("OR", "Oregon", "Oregon", "en Oregon"),
    ("PA", "Pennsylvania", "Pennsylvanie", "en Pennsylvanie"),
    ("RI", "Rhode Island", "Rhode Island", "au Rhode Island"),
    ("SC", "South Carolina", "Caroline du Sud", "en Caroline du Sud"),
    ("SD", "South Dakota", "Dakota du Sud", "au Dakota du Sud"),
    ("TN", "Tennessee", "Tennessee", "au Tennessee"),
    ("TX", "Texas", "Texas", "au Texas"),
    ("UT", "Utah", "Utah", "en Utah"),
    ("VT", "Vermont", "Vermont", "au Vermont"),
    ("VA", "Virginia", "Virginie", "en Virginie"),
    ("WA", "Washington", "Washington", "dans l’État de Washington"),
    ("WV", "West Virginia", "Virginie-Occidentale", "en Virginie-Occidentale"),
    ("WI", "Wisconsin", "Wisconsin", "au Wisconsin"),
    ("WY", "Wyoming", "Wyoming", "au Wyoming"),
)

# These send a delegate (Puerto Rico a resident commissioner) to the House and nobody to the Senate.
_OTHERS = (
    ("DC", "district", "the District of Columbia", "District de Columbia", "dans le district de Columbia"),
    ("AS", "territory", "American Samoa", "Samoa américaines", "aux Samoa américaines"),
    ("GU", "territory", "Guam", "Guam", "à Guam"),
    (
        "MP",
        "territory",
        "the Northern Mariana Islands",
        "Îles Mariannes du Nord",
        "aux îles Mariannes du Nord",
    ),
    ("PR", "territory", "Puerto Rico", "Porto Rico", "à Porto Rico"),
    (
        "VI",
        "territory",
        "the U.S. Virgin Islands",
        "Îles Vierges des États-Unis",
        "aux îles Vierges des États-Unis",
    ),
)


STATES: frozenset[str] = frozenset(code for code, *_ in _STATES)
"""The codes of the fifty states."""

REGIONS = regions(
    "us",
    *((code, "state", en, fr, f"in {en}", located_fr) for code, en, fr, located_fr in _STATES),
    *((code, kind, en, fr, f"in {en}", located_fr) for code, kind, en, fr, located_fr in _OTHERS),
)
"""The states by name, then the District of Columbia and the territories."""
