"""Canada's provinces and territories, in both page languages."""

from functools import partial

from representatives.countries.base import region

_region = partial(region, "ca")

REGIONS = (
    _region(
        "NL",
        "province",
        "Newfoundland and Labrador",
        "Terre-Neuve-et-Labrador",
        "in Newfoundland and Labrador",
        "à Terre-Neuve-et-Labrador",
    ),
    _region(
        "PE",
        "province",
        "Prince Edward Island",
        "Île-du-Prince-Édouard",
        "in Prince Edward Island",
        "à l’Île-du-Prince-Édouard",
    ),
    _region("NS", "province", "Nova Scotia", "Nouvelle-Écosse", "in Nova Scotia", "en Nouvelle-Écosse"),
    _region(
        "NB", "province", "New Brunswick", "Nouveau-Brunswick", "in New Brunswick", "au Nouveau-Brunswick"
    ),
    _region("QC", "province", "Quebec", "Québec", "in Quebec", "au Québec"),
    _region("ON", "province", "Ontario", "Ontario", "in Ontario", "en Ontario"),
    _region("MB", "province", "Manitoba", "Manitoba", "in Manitoba", "au Manitoba"),
    _region("SK", "province", "Saskatchewan", "Saskatchewan", "in Saskatchewan", "en Saskatchewan"),
    _region("AB", "province", "Alberta", "Alberta", "in Alberta", "en Alberta"),
    _region(
        "BC",
        "province",
        "British Columbia",
        "Colombie-Britannique",
        "in British Columbia",
        "en Colombie-Britannique",
    ),
    _region("YT", "territory", "Yukon", "Yukon", "in Yukon", "au Yukon"),
    _region(
        "NT",
        "territory",
        "Northwest Territories",
        "Territoires du Nord-Ouest",
        "in the Northwest Territories",
        "dans les Territoires du Nord-Ouest",
    ),
    _region("NU", "territory", "Nunavut", "Nunavut", "in Nunavut", "au Nunavut"),
)
