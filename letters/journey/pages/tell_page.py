"""A campaign told to others: a letter to the editor; links that carry a message and the campaign's address, nothing else."""

from dataclasses import dataclass
from urllib.parse import quote

from letters.campaign.model import Campaign
from letters.journey.visit import Page, Visit


@dataclass(frozen=True, slots=True)
class Share:
    """A message to friends, and where a link can take it."""

    title: str
    language: str
    """Of the message."""
    message: str
    """The message with the campaign's address at its end, where it is known."""
    email: str
    """A mailto address without a recipient."""
    text_message: str
    """An sms address (RFC 5724) without a number."""
    whatsapp: str
    """WhatsApp's click-to-chat address: https://faq.whatsapp.com/5913398998672934"""


def tell_page(visit: Visit, address: str) -> Page:
    """The page; `address` is the campaign page's whole address, or ""."""
    language, editorial = visit.campaign.editorial(visit.language) or ("", None)
    values = {
        "editorial": editorial,
        "editorial_language": language,
        "share": share(visit.campaign, visit.language, address),
    }
    return Page("tell.html", values)


def share(campaign: Campaign, language: str, address: str) -> Share:
    """The message of a campaign in a language.

    Args:
        campaign: the issue.
        language: the page's; the message is in another where the campaign has none in it.
        address: the campaign page's whole address; "" where it is not known, and the message ends without it.
    """
    title = campaign.title[language]
    spoken, said = campaign.message(language)
    message = "\n\n".join(filter(None, (said, address)))
    body = quote(message.replace("\n", "\r\n"), safe="")
    return Share(
        title=title,
        language=spoken,
        message=message,
        email=f"mailto:?subject={quote(title, safe='')}&body={body}",
        text_message=f"sms:?&body={quote(message, safe='')}",
        whatsapp=f"https://wa.me/?text={quote(message, safe='')}",
    )
