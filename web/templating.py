"""What templates call on every page, made cheap: sentences, addresses of pages and of static files, parts kept.

Flask-Babel, Jinja and Werkzeug look each of these up anew at every call, sixty times a page; none depends on the
visitor beyond the page's language. So each language has templates of its own, in which its sentences stand.
"""

import hashlib
import re
from collections.abc import Callable, Hashable, Iterable
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from flask import Flask, current_app, request
from flask.templating import Environment as FlaskEnvironment
from jinja2 import Template, TemplateError, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from web import required_files
from web.i18n import Sentences

Language = Callable[[], str]

_INDENTATION = re.compile(r"(?<=[^}]\n) +|(?<=}\n) +(?= )")
"""After a tag of Jinja's, which takes the line's end with it, one space stays: it may part two words or attributes."""


def install(app: Flask, language: Language) -> None:
    """Give the app's templates the cheap functions; `language` is the page's. Call it before templates are used."""
    app.jinja_environment = partial(Environment, language=language)  # type: ignore[assignment]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def read_all(app: Flask, languages: Iterable[str]) -> None:
    """Read every template for every language: no change of their files is seen from then on.

    Raises:
        NeededError: one is damaged.
    """
    environment: Any = app.jinja_env
    environment.read_all(languages)


class Environment(FlaskEnvironment):
    """Hands every request the templates of its page's language."""

    spoken: str = ""
    """The language of this environment's templates; "" in the one that hands out."""

    def __init__(self, app: Flask, language: Language, **options: Any) -> None:
        super().__init__(app, **options)
        self.language = language
        self._app = app
        self._by_language: dict[str, Environment] = {}

    def get_or_select_template(self, *args: Any, **kwargs: Any) -> Template:
        """A template in the page's language; those that it includes follow."""
        return super(Environment, self._speaking()).get_or_select_template(*args, **kwargs)

    def from_string(self, *args: Any, **kwargs: Any) -> Template:
        """A template that stands in the code, in the page's language."""
        return super(Environment, self._speaking()).from_string(*args, **kwargs)

    def preprocess(self, source: str, *args: Any, **kwargs: Any) -> str:
        """The template without its indentation, which is for its authors and a tenth of a page."""
        return super().preprocess(_INDENTATION.sub("", source), *args, **kwargs)

    def read_all(self, languages: Iterable[str]) -> None:
        """Read every template for every language."""
        for language in languages:
            for name in self.list_templates():
                try:
                    self._spoken_in(language).get_template(name)
                except (TemplateError, UnicodeDecodeError) as error:
                    raise required_files.damaged(f"templates/{name}") from error

    def _speaking(self) -> "Environment":
        return self if self.spoken else self._spoken_in(self.language())

    def _spoken_in(self, language: str) -> "Environment":
        if language not in self._by_language:
            self._by_language[language] = self._in(language)
        return self._by_language[language]

    def _in(self, language: str) -> "Environment":
        spoken = self.overlay()
        sentence = Sentences(language)
        spoken.spoken = language
        spoken.globals = self.globals | {
            "_": sentence.one,
            "gettext": sentence.one,
            "ngettext": sentence.counted,
            "asset": asset,
            "url_for": _links(self._app),
            "kept": _Kept(spoken),
        }
        return spoken

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        """Put the sentences that need no values into the template, as if they had been written there."""
        if self.spoken:
            _Translator(self.spoken).visit(source)
        return super()._generate(source, *args, **kwargs)


class _Translator(NodeTransformer):
    def __init__(self, language: str) -> None:
        self._sentence = Sentences(language)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 (Jinja's name)
        self.generic_visit(node)
        is_sentence = isinstance(node.node, nodes.Name) and node.node.name == "_"
        if not is_sentence or node.kwargs or node.dyn_kwargs or not isinstance(node.args[0], nodes.Const):
            return node
        said = nodes.Const(str(self._sentence.one(node.args[0].value)), lineno=node.lineno)
        return nodes.MarkSafe(said, lineno=node.lineno)


MOST_KEPT = 2_000
"""Parts of pages in memory, for each language."""


class _Kept:
    """Parts of pages that do not depend on the visitor: rendered once for each key."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self.parts: dict[Hashable, Markup] = {}

    def __call__(self, template: str, key: Iterable[Hashable], **values: object) -> Markup:
        """The part. `key` names everything that differs in it but the language; nothing typed may be in it."""
        full = request.root_path, template, *key
        part = self.parts.get(full)
        if part is None:
            if len(self.parts) >= MOST_KEPT:
                self.parts.clear()
            made = self._environment.get_template(template).render(lang=self._environment.spoken, **values)
            part = self.parts[full] = Markup(made)  # noqa: S704 (a template's output)
        return part


def _links(app: Flask) -> Callable[..., str]:
    @lru_cache(maxsize=2048)
    def build(_root: str, endpoint: str, parts: tuple[tuple[str, Any], ...]) -> str:
        return app.url_for(endpoint, **dict(parts))

    def url_for(endpoint: str, **parts: str) -> str:
        return build(request.root_path, endpoint, tuple(parts.items()))

    return url_for


def asset(name: str) -> str:
    """The address of a static file, with its content's hash so that browsers may keep it for a year."""
    folder = current_app.static_folder or ""
    changed = (Path(folder) / name).stat().st_mtime_ns if current_app.debug else 0
    return f"{request.root_path}/static/{name}?v={_version(folder, name, changed)}"


@cache
def _version(folder: str, name: str, _changed: int) -> str:
    return hashlib.sha256((Path(folder) / name).read_bytes()).hexdigest()[:8]
