"""The campaign author's commands: flask campaigns check, sources, new, preview."""

import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial, update_wrapper
from pathlib import Path
from typing import Any

import click

from letters.campaign.checks.expiring_requests import endings
from letters.campaign.checks.folder import RESERVED, examine
from letters.campaign.loader import CAMPAIGNS, campaign_folders, load_all
from letters.campaign.source_days import written
from letters.studio import skeleton
from letters.studio.draft import slug_of
from representatives.countries import COUNTRIES
from representatives.languages import LANGUAGES


def _with_campaigns(_context: click.Context, _parameter: click.Parameter, folder: Path) -> Path:
    if not campaign_folders(folder):
        raise click.BadParameter(
            f"there is no campaign in {folder}: neither it nor a folder in it holds a campaign.toml.",
            param_hint="FOLDER",
        )
    return folder


# Resolved, because the folder's name is the campaign's address, which "." does not say.
_PATH = partial(click.Path, file_okay=False, resolve_path=True, path_type=Path)
_folder = partial(click.argument, "folder", type=_PATH(exists=True), callback=_with_campaigns)


@_folder(default=CAMPAIGNS)
def check(today: Callable[[], date], folder: Path) -> None:
    """Report every mistake, with file and line.

    It gives advice, too, and says which requests end soon. FOLDER is a campaign's own, or one that holds campaigns.
    """
    campaigns, mistakes, advice = load_all(folder)
    for line in (*mistakes, *advice, *endings(campaigns, today())):
        click.echo(line)
    click.echo(f"{len(campaigns)} campaigns ready, {len(mistakes)} mistakes, {len(advice)} pieces of advice.")
    sys.exit(1 if mistakes else 0)


@click.argument("folder", type=_PATH())
@click.option(
    "--country",
    "countries",
    multiple=True,
    required=True,
    type=click.Choice(sorted(COUNTRIES)),
    help="Whose representatives are written to; may come several times.",
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=("en",),
    show_default=True,
    type=click.Choice(list(LANGUAGES)),
    help="What the campaign is written in; may come several times.",
)
def new(
    today: Callable[[], date], folder: Path, countries: tuple[str, ...], languages: tuple[str, ...]
) -> None:
    """Make a folder that says in comments what goes where.

    FOLDER's name is the campaign's address, such as river-water.
    """
    if folder.name != slug_of(folder.name):
        raise click.BadParameter("use small letters, digits and dashes.", param_hint="FOLDER")
    if folder.name in RESERVED:
        raise click.BadParameter("a page of the site has this address: choose another.", param_hint="FOLDER")
    if folder.exists() and any(folder.iterdir()):
        raise click.BadParameter(f"{folder} is there and not empty.", param_hint="FOLDER")
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in skeleton.files(countries, languages, today()).items():
        (folder / name).write_text(text, "utf-8")
        click.echo(f"{folder.name}/{name}")
    click.echo(f"Fill the blanks, and look:\n    flask campaigns preview {folder}")
    click.echo(f"Once nothing is wrong (flask campaigns check {folder}), show it:")
    click.echo(f"    NO_BYSTANDER_CAMPAIGNS={folder}")


@_folder()
@click.option("--port", default=5050, show_default=True, type=click.IntRange(1, 65_535))
def preview(_today: Callable[[], date], folder: Path, port: int) -> None:
    """Show every page and letter of a folder while it is edited.

    FOLDER is a campaign's own, or one that holds campaigns. A page loads anew when a file changes.
    """
    from letters.studio.preview import web  # it needs Flask, which the other commands do not

    click.echo(f"http://127.0.0.1:{port}/en/preview (Ctrl+C ends it)")
    web.serve(folder, port)


@_folder(default=CAMPAIGNS)
@click.option("--write", is_flag=True, help="Write the day into campaign.toml: opened, or gone.")
@click.option("--contact", envvar="NO_BYSTANDER_CONTACT", default="", help="How the sites can reach you.")
@click.option("--pause", default=1.0, show_default=True, help="Seconds between two requests to one site.")
def sources(today: Callable[[], date], folder: Path, write: bool, contact: str, pause: float) -> None:
    """Open every source and say which is gone.

    Or has moved, or should be looked at by a person. FOLDER is a campaign's own, or one that holds campaigns. Nothing is hidden: a page says that a source is gone.
    """
    from representatives.sources.fetching.page_opener import Opened, PageOpener, State  # it needs requests

    opener, day = PageOpener(contact, pause), today()
    number = Counter[State]()
    opened: dict[str, Opened] = {}
    for each in campaign_folders(folder):
        file = each / "campaign.toml"
        entry = examine(each).manifest
        for place, source in enumerate(entry.sources if entry else ()):
            found = opened[source.url] = opened.get(source.url) or opener.open(source.url)
            number[found.state] += 1
            if found.state is not State.OPENS:
                click.echo(f"{each.name}: {source.id}: {found.state}: {found.detail} ({source.url})")
            if write and found.state is not State.UNSURE:
                changed = written(file.read_text("utf-8"), place, day, found.state is State.GONE)
                file.write_text(changed, "utf-8", newline="\n")
    click.echo(", ".join(f"{number[state]} {state}" for state in State) + ".")


def add_to(blueprint: Any, today: Callable[[], date]) -> None:
    """Give a blueprint the commands, as of a day that is asked for when one runs."""
    for command in (check, sources, new, preview):
        blueprint.cli.command(command.__name__)(update_wrapper(partial(command, today), command))
