"""Campaign authors' placeholders: plain names and simple conditions, and nothing else of Jinja.

Texts come from people who are not programmers, and a change to them may come from a stranger. So a text's
syntax tree is checked before it is ever rendered, and rendering is sandboxed all the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

NAMES = frozenset({"constituency", "region", "in_region", "recipient", "chamber", "office", "topic"})
"""What a text may name: the constituency, the region, the region with its preposition, who is written to, the office that
they hold in government, and what the request is about."""

_ALLOWED = (
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.Compare,
    nodes.Operand,
    nodes.Const,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
_PRINTED = nodes.TemplateData | nodes.Name
"""What is printed is a name and no expression; words stand in conditions only, as what a name is compared with."""
_ONLY = "Only plain placeholders and simple conditions are allowed here."
_MOST_DEEP, _MOST_NODES = 20, 500
"""Of a text's syntax tree: what is far above any letter's, and far below what Jinja and Python stumble over."""
_TOO_MUCH = "Too many conditions, or one inside another too often: write it in fewer."
_BRACE = re.compile("[{}]")
_ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
_ENVIRONMENT.globals.clear()
_ENVIRONMENT.filters.clear()
_ENVIRONMENT.tests.clear()


def mistakes(text: str) -> Iterator[tuple[int, str]]:
    """What a text may not hold, each as (line from 1, sentence)."""
    if not _BRACE.search(text):  # most texts, and reading one takes Jinja a while
        return
    try:
        tree = _ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        yield error.lineno, f"A placeholder is not closed or not written as {{{{ name }}}}: {error.message}"
        return
    except (RecursionError, ValueError):  # thousands of brackets, a number of thousands of digits
        yield 1, _TOO_MUCH
        return
    if not _is_small(tree):
        yield 1, _TOO_MUCH
        return
    line = 1
    for node in tree.find_all(nodes.Node):
        line = node.lineno or line  # Jinja leaves the line out of some nodes that it makes itself
        if isinstance(node, nodes.Name) and node.name not in NAMES:
            yield line, f"Unknown placeholder “{node.name}”: use one of {', '.join(sorted(NAMES))}."
        elif isinstance(node, nodes.TemplateData) and (brace := _BRACE.search(node.data)):
            yield line + node.data.count("\n", 0, brace.start()), "A brace is left over: write {{ name }}."
        elif not isinstance(node, _ALLOWED) or not isinstance(getattr(node, "value", ""), str):
            yield line, _ONLY
        elif isinstance(node, nodes.Output):
            yield from ((each.lineno, _ONLY) for each in node.nodes if not isinstance(each, _PRINTED))


def _is_small(tree: nodes.Node) -> bool:
    waiting, seen = [(tree, 0)], 0
    while waiting:
        node, depth = waiting.pop()
        seen += 1
        if depth > _MOST_DEEP or seen > _MOST_NODES:
            return False
        waiting += [(child, depth + 1) for child in node.iter_child_nodes()]
    return True


def longest(text: str) -> str:
    """A text without mistakes, with each placeholder as one word, and of each condition the branch with the most words."""
    return _longest(_ENVIRONMENT.parse(text).body)


def _longest(body: Sequence[nodes.Node]) -> str:
    said = ""
    for node in body:
        if isinstance(node, nodes.If):
            branches = [node.body, *(each.body for each in node.elif_), node.else_]
            said += max((_longest(branch) for branch in branches), key=lambda each: len(each.split()))
        elif isinstance(node, nodes.Output):
            said += "".join(each.data if isinstance(each, nodes.TemplateData) else "x" for each in node.nodes)
    return said


def named(text: str) -> set[str]:
    """The placeholders that a text without mistakes uses."""
    return {node.name for node in _ENVIRONMENT.parse(text).find_all(nodes.Name)}


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with its placeholders filled. Values are strings and never read as template.

    Raises:
        ValueError: the text holds what mistakes() reports.
    """
    return _compiled(text).render(values) if _BRACE.search(text) else text


@lru_cache(maxsize=2048)
def _compiled(text: str) -> Template:
    for _, sentence in mistakes(text):
        raise ValueError(sentence)
    return _ENVIRONMENT.from_string(text)
