"""The page that helps to tell others carries nothing of the writer."""

import pytest

from tests.conftest import Visit
from tests.pages.visits import CAMPAIGNS, LANGUAGES, address
from tests.support import campaigns, letter_form, visible_text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", CAMPAIGNS)
def test_it_holds_a_message_and_a_letter_to_the_editor_with_rules_and_sources(
    visit: Visit, slug: str, language: str
) -> None:
    response = visit("GET", address("tell", language, slug))
    campaign = campaigns()[slug]
    editorial = campaign.editorials[language]
    text = visible_text(response.text)
    for expected in (editorial.title, *editorial.rules, editorial.own, *editorial.paragraphs):
        assert " ".join(expected.split(" ")) in text
    for id in editorial.cited:
        assert response.page.all("a", href=campaign.sources[id].url)
    assert "\n".join(campaign.messages[language].split("\n")) in response.text.replace("&#39;", "'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_links_hold_the_message_and_say_nothing_of_the_writer(visit: Visit, language: str) -> None:
    response = visit("GET", address("tell", language) + "?name=Marked&postcode=L8S4L8")
    assert "Marked" not in response.text
    shared = [
        a["href"]
        for a in response.page.all("a")
        if a["href"].startswith(("mailto:", "sms:", "https://wa.me/"))
    ]
    assert len(shared) == 3
    for link in shared:
        assert len(link) > 200
        assert "L8S" not in link
        assert "+" not in link
    assert response.headers["Cache-Control"] == "private, no-cache"


def test_the_letter_page_leads_there_by_a_plain_link(visit: Visit) -> None:
    response = visit("POST", address("letter"), data=letter_form())
    assert response.page.all("a", href=address("tell"))
