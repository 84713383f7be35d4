"""Files that are there in full or not at all, whenever the power goes."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def make_private(path: Path) -> None:
    """Begin an empty file for its owner's eyes alone; what a crash left there goes."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def write_whole(path: Path, content: bytes) -> None:
    """Write a small private file in place of what was there. Raises OSError."""
    unfinished = path.with_name(path.name + ".tmp")
    try:
        make_private(unfinished)
        unfinished.write_bytes(content)
        put_in_place(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)


def put_in_place(unfinished: Path, target: Path) -> None:
    """Let a finished file take its name, for good: durable on return. Raises OSError."""
    sync_file(unfinished)
    unfinished.replace(target)
    sync_folder(target.parent)


def remove(path: Path) -> None:
    """Remove a file, if it is there, for good. Raises OSError."""
    if path.exists() or path.is_symlink():
        path.unlink()
        sync_folder(path.parent)


def clear_way(target: Path) -> None:
    """Remove what a database left beside a place where it no longer is. Raises OSError.

    SQLite would take it for the unfinished save of the next one there, and undo that.
    """
    for end in ("-journal", "-wal", "-shm"):
        remove(Path(os.path.realpath(target) + end))


def sync_file(path: Path) -> None:
    """Put on the disk what a file holds. Raises OSError."""
    _sync(path, os.O_RDWR)  # what was opened for reading alone, Windows does not sync


def sync_folder(folder: Path) -> None:
    """Put on the disk which files a folder holds."""
    with suppress(PermissionError):  # Windows opens no folder, and needs no sync of one
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, access: int) -> None:
    descriptor = os.open(path, access)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
