"""Reads campaign folders that have no mistakes into campaigns."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from letters.campaign.builder import campaign_of
from letters.campaign.checks.folder import examine
from letters.campaign.findings import Finding
from letters.campaign.model import Campaign

CAMPAIGNS = Path(__file__).parents[1] / "campaigns"
INCLUDED = "included"
"""What stands for that folder where folders are named."""
_TWICE = "Another campaign with this name was read before, and that one is shown."


class Loaded(NamedTuple):
    """The campaigns of a folder."""

    campaigns: Mapping[str, Campaign]
    """Those without a mistake, by slug."""
    mistakes: tuple[Finding, ...]
    """Of the others."""
    advice: tuple[Finding, ...]
    """On all."""


def load_all(*roots: Path) -> Loaded:
    """Read every campaign of the folders, each of which is a campaign's own or holds campaigns; else those included.

    What is wrong with one stops no other. Of two with one name the first is shown.
    """
    ready: dict[str, Campaign] = {}
    findings: list[Finding] = []
    for root in roots or (CAMPAIGNS,):
        here: list[Campaign] = []
        try:
            folders = campaign_folders(root)
        except OSError as error:
            findings.append(Finding(str(root), 1, f"This folder cannot be read ({type(error).__name__})."))
            continue
        for examined in map(examine, folders):
            findings += examined.findings
            if examined.slug in ready:
                findings.append(Finding(f"{root}/{examined.slug}", 1, _TWICE))
            elif examined.manifest and not examined.mistakes:
                here.append(campaign_of(examined, examined.manifest))
        ready |= {each.slug: each for each in sorted(here, key=lambda each: each.position)}
    return Loaded(
        ready,
        tuple(finding for finding in findings if not finding.is_advice),
        tuple(finding for finding in findings if finding.is_advice),
    )


def folders_named(setting: str) -> list[Path]:
    """The folders of a setting such as "/srv/campaigns:included", in its order."""
    names = [name.strip() for name in setting.split(os.pathsep) if name.strip()]
    return [CAMPAIGNS if name == INCLUDED else Path(name).expanduser() for name in names] or [CAMPAIGNS]


def campaign_folders(root: Path) -> list[Path]:
    """The folder itself where it is a campaign, or those in it; none where no folder in it holds a campaign's files."""
    if (root / "campaign.toml").exists():
        return [root]
    folders = sorted(path for path in root.iterdir() if path.is_dir())
    return folders if any(_has_files(folder) for folder in folders) else []


def _has_files(folder: Path) -> bool:
    return (folder / "campaign.toml").exists() or any(folder.glob("*.md"))
