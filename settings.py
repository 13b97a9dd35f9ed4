"""The operator's settings, from environment variables that begin with NO_BYSTANDER_, checked at start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

PREFIX = "NO_BYSTANDER_"


class SettingsError(ValueError):
    """A setting is not usable; str() names the variable and says what it must be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with its default."""

    operator: str = ""
    """Who runs this copy, shown on the privacy page."""
    contact: str = ""
    """How to reach them: a mailto:, http: or https: address, shown on the about page."""
    trusted_proxies: int = 0
    """How many proxies in front of the app set X-Forwarded-For, -Proto and -Host."""
    largest_body_kb: int = 512
    """The largest request that is read, in kilobytes."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings.

        Raises:
            SettingsError: a value is not usable, or a variable with the prefix is not a setting.
        """
        given = {
            name.removeprefix(PREFIX).lower(): value.strip()
            for name, value in environment.items()
            if name.startswith(PREFIX)
        }
        if unknown := sorted(given.keys() - cls.__dataclass_fields__.keys()):
            raise SettingsError(f"{PREFIX}{unknown[0].upper()} is not a setting: see the table in README.md.")
        contact = given.get("contact", cls().contact)
        if contact and not contact.startswith(("mailto:", "https://", "http://")):
            raise SettingsError(f"{PREFIX}CONTACT must begin with mailto:, https:// or http://.")
        return cls(
            operator=given.get("operator", ""),
            contact=contact,
            trusted_proxies=_whole(given, "trusted_proxies", 0, 0, 10),
            largest_body_kb=_whole(given, "largest_body_kb", 512, 64, 10_240),
        )


def _whole(given: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    text = given.get(name, str(default))
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise SettingsError(f"{PREFIX}{name.upper()} must be a whole number from {least} to {most}.")
    return int(text)
