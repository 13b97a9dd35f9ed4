"""The United Kingdom's postcodes, and how likely each constituency of one is."""

import re
from collections.abc import Mapping

from representatives.countries.gb import elsewhere
from representatives.countries.postcodes import Postcodes
from representatives.match import Reason
from representatives.people import Text

# The letters of the last two places of a postcode: all but C I K M O V.
# https://assets.publishing.service.gov.uk/media/5a8042ade5274a2e8ab4f41a/Appendix_C_ILR_2017_to_2018_v1_Published_28April17.pdf
_UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"

# How likely the constituency of the nearest postcode held is. Measured: right for 97 in 100 postcodes of Great Britain that
# the table did not hold, and for 93 in 100 in Northern Ireland, where every place is inferred from others near it.
_NEAREST, _NEAREST_IN_NORTHERN_IRELAND = 0.97, 0.93

# Of a new postcode whose five nearest neighbours do not agree nothing was measured: it is low enough that the visitor is
# asked. There a constituency without any of the sector's postcodes counts as if it had one in twenty of them.
_NEAREST_BESIDE_BORDER, _LEAST_ACROSS = 0.75, 0.05

_NORTHERN_IRELAND = "BT"


class BritishPostcodes(Postcodes):
    """A sector's postcodes share its first characters; the last two letters are the unit."""

    postcode_name = {"en": "postcode", "fr": "code postal"}
    # The six outward shapes and the inward code; the source is beside _UNIT_LETTERS.
    postcode_shape = re.compile(
        r"(?:[A-PR-UWYZ](?:\d|\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d|[A-HK-Y]\d\d|[A-HK-Y]\d[ABEHMNPRV-Y]))"
        rf"\d[{_UNIT_LETTERS}]{{2}}"
    )
    postcode_length = 7
    example = "SW1A1AA"
    nearest_first = True

    def printed(self, code: str) -> str:
        """ "SW1A1AA" -> "SW1A 1AA": the inward code is always the last three."""
        return f"{code[:-3]} {code[-3:]}"

    def is_beginning(self, typed: str) -> bool:
        """An outward code alone, or with a part of the inward one."""
        return any(self.postcode_shape.fullmatch(typed + rest) for rest in ("1AA", "AA", "A"))

    def area(self, code: str) -> tuple[str, str]:
        """The sector and the unit: "SW1A1AA" -> "SW1A1", "AA"."""
        return code[:-2], code[-2:]

    def wider_areas(self, area: str) -> tuple[str, ...]:
        """The district's line, which the table marks with a star: "AB108" -> "AB10*"; then Northern Ireland's, "BT*".

        Which postcodes exist there is not known, so that a district that the table does not have may exist all the same.
        """
        district = f"{area[:-1]}*"
        return (district, f"{_NORTHERN_IRELAND}*") if self.never_exact(area) else (district,)

    def held_is_exact(self, area: str) -> bool:
        """In Great Britain, where the table is made of every postcode; in Northern Ireland positions are inferred."""
        return not self.never_exact(area)

    def never_exact(self, area: str) -> bool:
        """In Northern Ireland."""
        return area.startswith(_NORTHERN_IRELAND)

    def without_constituency(self, code: str) -> Text:
        """Why nobody sits for the forces' addresses, the Crown dependencies and the Overseas Territories."""
        return elsewhere.without_constituency(code)

    def is_elsewhere(self, code: str) -> bool:
        """A number of the forces' post, or a territory's code."""
        return bool(elsewhere.without_constituency(code))

    def unit_number(self, unit: str) -> int:
        """0 for "AA" to 399 for "ZZ"."""
        return _UNIT_LETTERS.index(unit[0]) * len(_UNIT_LETTERS) + _UNIT_LETTERS.index(unit[1])

    def weights(
        self, area: str, reasons: Mapping[str, Reason], area_shares: Mapping[str, float]
    ) -> dict[str, float]:
        """The nearest postcode's constituency first, the others by how many of the area's postcodes they have."""
        shares = {
            code: max(area_shares.get(code, 0.0), _LEAST_ACROSS if reason is Reason.BORDER else 0.0)
            for code, reason in reasons.items()
        }
        nearest = next((code for code, reason in reasons.items() if reason is Reason.NEAREST), "")
        if not nearest:
            return shares
        likely = _NEAREST_IN_NORTHERN_IRELAND if self.never_exact(area) else _NEAREST
        if Reason.BORDER in reasons.values():
            likely = _NEAREST_BESIDE_BORDER
        others = sum(shares.values()) - shares[nearest]
        factor = (1 - likely) / (others or 1.0)
        return {code: likely if code == nearest else factor * share for code, share in shares.items()}
