"""The operator's settings are checked at start, each with a sentence."""

import pytest

from settings import Settings, SettingsError


def test_nothing_has_to_be_set() -> None:
    assert Settings.from_environment({"PATH": "/bin"}) == Settings()


def test_every_setting_is_read() -> None:
    read = Settings.from_environment(
        {
            "NO_BYSTANDER_OPERATOR": " A group ",
            "NO_BYSTANDER_CONTACT": "mailto:a@example.org",
            "NO_BYSTANDER_TRUSTED_PROXIES": "1",
            "NO_BYSTANDER_LARGEST_BODY_KB": "64",
            "NO_BYSTANDER_LONGEST_BODY_SECONDS": "5",
        }
    )
    assert read == Settings("A group", "mailto:a@example.org", 1, 64, 5)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CONTACT", "javascript:alert(1)"),
        ("CONTACT", "a@example.org"),
        ("TRUSTED_PROXIES", "-1"),
        ("TRUSTED_PROXIES", "one"),
        ("TRUSTED_PROXIES", "²"),
        ("LARGEST_BODY_KB", "1"),
        ("LARGEST_BODY_KB", "99999999"),
        ("LONGEST_BODY_SECONDS", "0"),
        ("OPERATER", "misspelt"),
    ],
)
def test_a_bad_setting_is_named(variable: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"NO_BYSTANDER_{variable}"):
        Settings.from_environment({f"NO_BYSTANDER_{variable}": value})
