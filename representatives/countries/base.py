"""What every country must say about itself; the rules are in the country's own folder."""

import re

from representatives.countries.forms_of_address import FormsOfAddress
from representatives.countries.postcodes import Postcodes
from representatives.countries.service import Service
from representatives.match import Postcode
from representatives.people import Region, Text


class Country(Postcodes, FormsOfAddress):
    """One country's rules. Subclasses are constants with methods; they hold no state."""

    id: str
    """Two lower-case letters, as in OCD division ids."""
    name: Text
    also_called: frozenset[str] = frozenset()
    """What people write for it beside a postcode, besides its name."""
    languages: tuple[str, ...]
    """The languages a letter can be written in, the first where a visitor's is not among them."""
    email_domains: frozenset[str]
    """The domains that published addresses of its representatives end in."""
    region_name: Text
    """What its regions are called, e.g. "province or territory"."""
    constituency_name: Text
    """The country's word for a constituency, e.g. "riding"."""
    constituency_names: Text
    """The same for several, e.g. "ridings"."""
    after_region = ""
    """What stands between a region's code and the postcode in one line; "" where the postcode has its own."""
    official_lookup: Text
    """Where the authority tells a person their constituency from their address."""
    official_name: Text
    """That authority's name, e.g. "Elections Canada"."""
    service: Service | None = None
    """A public service that can settle what the dataset leaves open; None where none is open to a site's requests."""

    @property
    def before_postcode(self) -> str:
        """A pattern of an address that ends in a region's code or name: the postcode follows in that line.

        Scripts read it, too: case does not matter.
        """
        names = {name for region in self.regions.values() for name in (region.code, *region.name.values())}
        either = "|".join("[ ,]+".join(map(re.escape, name.split())) for name in sorted(names))
        return rf"(?:^|[\s,])(?:{either})[\s,]*$" if self.after_region else "(?!)"

    def with_postcode(self, lines: tuple[str, ...], postcode: Postcode) -> tuple[str, ...]:
        """An address's lines with the postcode in them.

        Where the writer left it out, it stands after the region's code or name, otherwise on a line of its own.
        A number elsewhere than at the end, such as a house's, is no postcode unless it is this one.
        """
        bare = ["".join(char for char in line.upper() if char.isalnum()) for line in lines]
        has_another = re.search(f"(?:{self.postcode_shape.pattern})$", bare[-1]) if bare else None
        if has_another or any(postcode.code in line for line in bare):
            return lines
        if lines and re.search(self.before_postcode, lines[-1], re.IGNORECASE):
            return (*lines[:-1], f"{lines[-1]}{self.after_region}{postcode.printed}")
        return (*lines, postcode.printed)

    def named_elsewhere(self, lines: tuple[str, ...], postcode: Postcode, region: Region) -> str:
        """The postcode or region at the end of an address, where it is another than these; otherwise ""."""
        words = [word for word in re.split(r"[\s,]+", " ".join(lines[-2:]).upper()) if word]
        for count in (1, 2):
            code = "".join(words[-count:]).replace("-", "")
            if self.postcode_shape.fullmatch(code) and len(words) > count:
                words = words[:-count]
                if self.significant(code) != postcode.code:
                    return self.printed(code)
                break
        named = self.regions.get(words[-1]) if words else None
        return named.code if named and named.code != region.code and lines[-1].find(named.code) >= 0 else ""
