"""A campaign's summary as safe HTML, its [source] marks as numbered links."""

import re
from collections.abc import Sequence

import nh3
from markdown_it import MarkdownIt

from letters.campaign.sections import CITATION

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "autolink", "html_inline", "html_block"]
)
_TAGS = {"h2", "h3", "p", "em", "strong", "ul", "ol", "li", "a", "sup", "blockquote"}


def to_html(text: str, cited: Sequence[str]) -> str:
    """Render CommonMark without images or raw HTML.

    Args:
        text: the summary as its author wrote it.
        cited: ids of the sources, in the order of their numbers from 1; every id in the text is among them.
    """
    # A screen reader says "source" before a number, which is the same word in French.
    numbers = {id: number for number, id in enumerate(cited, 1)}
    html = CITATION.sub(
        lambda match: f"@@{numbers[match['id']]}@@" if match["id"] in numbers else match[0], text
    )
    html = re.sub(
        r"\s*@@(\d+)@@",
        lambda match: f'<sup><a href="#s{match[1]}" aria-label="source {match[1]}">{match[1]}</a></sup>',
        str(_MARKDOWN.render(html)),
    )
    return nh3.clean(html, tags=_TAGS, attributes={"a": {"href", "aria-label"}}, link_rel=None)
