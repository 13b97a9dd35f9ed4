"""The campaign author's command: flask campaigns check."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from letters.campaign.checks.expiring_requests import endings
from letters.campaign.loader import CAMPAIGNS, campaign_folders, load_all

# Resolved, because the folder's name is the campaign's address, which "." does not say.
_FOLDER = click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)


def checker(today: Callable[[], date]) -> Callable[[Path], None]:
    """The command, as of a day that is asked for when it runs."""

    @click.argument("folder", type=_FOLDER, default=CAMPAIGNS)
    def check(folder: Path) -> None:
        """Report every mistake and advice, with file and line, and which requests end soon.

        FOLDER is a campaign's own, or one that holds campaigns.
        """
        if not campaign_folders(folder):
            raise click.BadParameter(
                f"there is no campaign in {folder}: neither it nor a folder in it holds a campaign.toml.",
                param_hint="FOLDER",
            )
        campaigns, mistakes, advice = load_all(folder)
        for line in (*mistakes, *advice, *endings(campaigns, today())):
            click.echo(line)
        click.echo(
            f"{len(campaigns)} campaigns ready, {len(mistakes)} mistakes, {len(advice)} pieces of advice."
        )
        sys.exit(1 if mistakes else 0)

    return check
