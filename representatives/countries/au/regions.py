"""Australia's states and territories, in both page languages."""

from functools import partial

from representatives.countries.base import region

_region = partial(region, "au")

REGIONS = (
    _region(
        "NSW",
        "state",
        "New South Wales",
        "Nouvelle-Galles du Sud",
        "in New South Wales",
        "en Nouvelle-Galles du Sud",
    ),
    _region("VIC", "state", "Victoria", "Victoria", "in Victoria", "dans l’État de Victoria"),
    _region("QLD", "state", "Queensland", "Queensland", "in Queensland", "dans le Queensland"),
    _region(
        "WA",
        "state",
        "Western Australia",
        "Australie-Occidentale",
        "in Western Australia",
        "en Australie-Occidentale",
    ),
    _region(
        "SA",
        "state",
        "South Australia",
        "Australie-Méridionale",
        "in South Australia",
        "en Australie-Méridionale",
    ),
    _region("TAS", "state", "Tasmania", "Tasmanie", "in Tasmania", "en Tasmanie"),
    _region(
        "ACT",
        "territory",
        "Australian Capital Territory",
        "Territoire de la capitale australienne",
        "in the Australian Capital Territory",
        "dans le Territoire de la capitale australienne",
    ),
    _region(
        "NT",
        "territory",
        "Northern Territory",
        "Territoire du Nord",
        "in the Northern Territory",
        "dans le Territoire du Nord",
    ),
)
