"""A campaign told to others: a letter to the editor; links that carry a message and the campaign's address, nothing else."""

from collections.abc import Mapping
from urllib.parse import quote

from letters.campaign.model import Campaign
from letters.journey.visit import Page, Visit


def tell_page(visit: Visit) -> Page:
    """A letter to the editor, and a message to friends."""
    language, editorial = visit.campaign.editorial(visit.language) or ("", None)
    values = {
        "editorial": editorial,
        "editorial_language": language,
        "share": share(visit.campaign, visit.language, visit.home),
    }
    return Page("tell.html", values)


def share(campaign: Campaign, language: str, address: str) -> Mapping[str, str]:
    """The message of a campaign in a language, and links that take it to a program, without a recipient.

    Args:
        campaign: the issue.
        language: the page's; the message is in another where the campaign has none in it.
        address: the campaign page's whole address; "" where it is not known, and the message ends without it.
    """
    title = campaign.title[language]
    spoken, said = campaign.message(language)
    message = "\n\n".join(filter(None, (said, address)))
    body = quote(message.replace("\n", "\r\n"), safe="")
    return {
        "title": title,
        "language": spoken,
        "message": message,
        "email": f"mailto:?subject={quote(title, safe='')}&body={body}",
        # RFC 5724
        "text_message": f"sms:?&body={quote(message, safe='')}",
        # https://faq.whatsapp.com/5913398998672934
        "whatsapp": f"https://wa.me/?text={quote(message, safe='')}",
    }
