"""Australia's states and territories, in both page languages."""

from representatives.countries.regions import regions

REGIONS = regions(
    "au",
    (
        "NSW",
        "state",
        "New South Wales",
        "Nouvelle-Galles du Sud",
        "in New South Wales",
        "en Nouvelle-Galles du Sud",
    ),
    ("VIC", "state", "Victoria", "Victoria", "in Victoria", "dans l’État de Victoria"),
    ("QLD", "state", "Queensland", "Queensland", "in Queensland", "dans le Queensland"),
    (
        "WA",
        "state",
        "Western Australia",
        "Australie-Occidentale",
        "in Western Australia",
        "en Australie-Occidentale",
    ),
    (
        "SA",
        "state",
        "South Australia",
        "Australie-Méridionale",
        "in South Australia",
        "en Australie-Méridionale",
    ),
    ("TAS", "state", "Tasmania", "Tasmanie", "in Tasmania", "en Tasmanie"),
    (
        "ACT",
        "territory",
        "Australian Capital Territory",
        "Territoire de la capitale australienne",
        "in the Australian Capital Territory",
        "dans le Territoire de la capitale australienne",
    ),
    (
        "NT",
        "territory",
        "Northern Territory",
        "Territoire du Nord",
        "in the Northern Territory",
        "dans le Territoire du Nord",
    ),
)
