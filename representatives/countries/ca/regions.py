"""Canada's provinces and territories, in both page languages."""

from representatives.countries.regions import regions

REGIONS = regions(
    "ca",
    (
        "NL",
        "province",
        "Newfoundland and Labrador",
        "Terre-Neuve-et-Labrador",
        "in Newfoundland and Labrador",
        "à Terre-Neuve-et-Labrador",
    ),
    (
        "PE",
        "province",
        "Prince Edward Island",
        "Île-du-Prince-Édouard",
        "in Prince Edward Island",
        "à l’Île-du-Prince-Édouard",
    ),
    ("NS", "province", "Nova Scotia", "Nouvelle-Écosse", "in Nova Scotia", "en Nouvelle-Écosse"),
    ("NB", "province", "New Brunswick", "Nouveau-Brunswick", "in New Brunswick", "au Nouveau-Brunswick"),
    ("QC", "province", "Quebec", "Québec", "in Quebec", "au Québec"),
    ("ON", "province", "Ontario", "Ontario", "in Ontario", "en Ontario"),
    ("MB", "province", "Manitoba", "Manitoba", "in Manitoba", "au Manitoba"),
    ("SK", "province", "Saskatchewan", "Saskatchewan", "in Saskatchewan", "en Saskatchewan"),
    ("AB", "province", "Alberta", "Alberta", "in Alberta", "en Alberta"),
    (
        "BC",
        "province",
        "British Columbia",
        "Colombie-Britannique",
        "in British Columbia",
        "en Colombie-Britannique",
    ),
    ("YT", "territory", "Yukon", "Yukon", "in Yukon", "au Yukon"),
    (
        "NT",
        "territory",
        "Northwest Territories",
        "Territoires du Nord-Ouest",
        "in the Northwest Territories",
        "dans les Territoires du Nord-Ouest",
    ),
    ("NU", "territory", "Nunavut", "Nunavut", "in Nunavut", "au Nunavut"),
)
