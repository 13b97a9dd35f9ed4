"""A campaign told to others: links that every program can read, and that carry nothing of the writer."""

import inspect
from collections.abc import Mapping
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

import pytest

from letters.journey.pages.tell_page import share
from letters.typography import word_count
from tests.support import campaigns

ADDRESS = "https://letters.example/en/forced-organ-harvesting"
EACH = [(slug, language) for slug in campaigns() for language in ("en", "fr")]

each = pytest.mark.parametrize(("slug", "language"), EACH)


def shared(slug: str, language: str) -> Mapping[str, str]:
    return share(campaigns()[slug], language, ADDRESS)


@each
def test_the_message_is_short_and_ends_in_the_campaigns_address(slug: str, language: str) -> None:
    made = shared(slug, language)
    said, address = made["message"].rsplit("\n\n", 1)
    assert address == ADDRESS
    assert said == campaigns()[slug].messages[language]
    assert 20 <= word_count(said) <= 60
    assert "http" not in said
    assert "[" not in said
    assert "\n" not in said


@each
def test_a_mail_program_reads_subject_and_body(slug: str, language: str) -> None:
    made = shared(slug, language)
    parts = urlsplit(made["email"])
    assert (parts.scheme, parts.path, parts.netloc, parts.fragment) == ("mailto", "", "", "")
    fields = dict(field.split("=", 1) for field in parts.query.split("&"))
    assert fields.keys() == {"subject", "body"}
    assert unquote(fields["subject"]) == made["title"]
    assert unquote(fields["body"]) == made["message"].replace("\n", "\r\n")
    assert "+" not in made["email"], "RFC 6068 has no plus for a space"
    assert "%20" in made["email"]
    assert "%0D%0A%0D%0A" in made["email"]
    assert "%0A" not in made["email"].replace("%0D%0A", "")


@each
def test_a_telephone_reads_the_text_message(slug: str, language: str) -> None:
    made = shared(slug, language)
    parts = urlsplit(made["text_message"])
    assert (parts.scheme, parts.path) == ("sms", "")
    body = dict(field.split("=", 1) for field in parts.query.split("&") if field)["body"]
    assert unquote(body) == made["message"]
    assert "+" not in made["text_message"]


@each
def test_whatsapp_reads_the_message(slug: str, language: str) -> None:
    made = shared(slug, language)
    parts = urlsplit(made["whatsapp"])
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "wa.me", "/")
    assert parse_qs(parts.query) == {"text": [made["message"]]}


@each
def test_links_are_plain_ascii_without_line_ends_or_quotes(slug: str, language: str) -> None:
    made = shared(slug, language)
    for link in (made["email"], made["text_message"], made["whatsapp"]):
        assert link.isascii()
        assert not set(link) & set(' "<>\r\n')
        assert len(link) < 2000


@each
def test_links_carry_nothing_but_the_campaigns_own_words(slug: str, language: str) -> None:
    """Whoever makes them is given a campaign, a language and an address: there is nothing else to carry."""
    assert list(inspect.signature(share).parameters) == ["campaign", "language", "address"]
    made = shared(slug, language)
    for link in (made["email"], made["text_message"], made["whatsapp"]):
        values = {value.replace("\r\n", "\n") for _, value in parse_qsl(urlsplit(link).query)}
        assert values <= {made["title"], made["message"]}
        assert not urlsplit(ADDRESS).query


def test_an_address_with_signs_of_its_own_arrives_whole() -> None:
    address = "https://letters.example/en/a?b=c&d=é#e"
    made = share(campaigns()["forced-labour"], "en", address)
    assert parse_qs(urlsplit(made["whatsapp"]).query)["text"][0].endswith(address)
    assert unquote(made["email"]).endswith(address)
