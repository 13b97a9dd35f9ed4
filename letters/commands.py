"""The campaign author's command: flask campaigns check."""

import sys
from pathlib import Path

import click
from flask import current_app

from letters.endings import endings
from letters.reading import CAMPAIGNS, load_all


@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=CAMPAIGNS)
def check(folder: Path) -> None:
    """Report every mistake in the campaigns of FOLDER, with file and line, and which requests end soon."""
    campaigns, found = load_all(folder)
    for line in (*found, *endings(campaigns, current_app.config["TODAY"]())):
        click.echo(line)
    click.echo(f"{len(campaigns)} campaigns ready, {len(found)} mistakes.")
    sys.exit(1 if found else 0)
