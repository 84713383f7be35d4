"""Whether a journal lies in a folder that a service copies to other computers, and what that left.

Such a service copies whole files, one computer's over another's: two that write at a time make two
journals of one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Service:
    """How the folders of a service are recognised."""

    name: str
    folders: str
    """What such a folder is called, as a pattern; nothing where it has any name."""
    marks: str = ""
    """What lies in such a folder, as a pattern."""


# As their clients of 2024 to 2026 leave them on Linux, macOS and Windows.
SERVICES: tuple[Service, ...] = (
    Service("Dropbox", r"Dropbox( \(.*\))?", r"\.dropbox(\.cache)?"),
    Service("OneDrive", r"OneDrive( ?- ?.*)?", r"\.849C9593-D756-4E56-8D6E-42412F2A707B"),
    Service("Syncthing", "", r"\.stfolder"),
    Service(
        "Nextcloud", r"Nextcloud|ownCloud", r"\._?sync_\w+\.db|\.(nextcloud|owncloud)sync\.log"
    ),
    Service("iCloud", r"com~apple~CloudDocs|iCloud ?Drive|Mobile Documents"),
    Service("Google Drive", r"Google ?Drive(-.*)?", r"\.tmp\.drive(download|upload)"),
)

# What Dropbox, Nextcloud and Syncthing put between a file's name and its ending.
_CONFLICT = r"( \(.*conflicted copy.*\)|_conflict-[\d-]+|\.sync-conflict-\d{8}-\d{6}-\w+)"


@dataclass(frozen=True, slots=True)
class Synced:
    """A folder that a service copies to other computers."""

    service: str
    folder: Path


def synced_folder(journal: Path) -> Synced | None:
    """Find the nearest folder above a journal that a service is known to copy; None if none is.

    Only names are looked at, and none is opened. A folder that may not be listed has no marks.
    """
    for folder in Path(os.path.realpath(journal)).parents:
        names = list(_names(folder))
        for service in SERVICES:
            is_called_so = service.folders and re.fullmatch(service.folders, folder.name)
            is_marked = service.marks and any(re.fullmatch(service.marks, name) for name in names)
            if is_called_so or is_marked:
                return Synced(service.name, folder)
    return None


def conflict_copies(journal: Path) -> list[Path]:
    """List the copies beside a journal that a service made where two computers wrote to it."""
    pattern = re.escape(journal.stem) + _CONFLICT + re.escape(journal.suffix)
    names = sorted(name for name in _names(journal.parent) if re.fullmatch(pattern, name))
    return [journal.with_name(name) for name in names]


def _names(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry.name for entry in entries)
    except OSError:
        return
