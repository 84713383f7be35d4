"""Starting with the computer, where its desktop reads the folder of the XDG standard.

Windows and macOS have ways of their own, which are not used here.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

MINIMIZED = "--minimized"
_NAME = "io.github.fibrojournal.fibrojournal.desktop"
_ENTRY = """\
[Desktop Entry]
Type=Application
Name=fibrojournal
Icon=io.github.fibrojournal.fibrojournal
Exec={command}
X-GNOME-Autostart-enabled=true
"""
_SPECIAL = str.maketrans({"\\": r"\\\\", '"': '\\\\"', "`": r"\\`", "$": r"\\$", "%": "%%"})


def is_offered() -> bool:
    """Tell whether this system has such a folder."""
    return sys.platform.startswith(("linux", "freebsd"))


def place() -> Path:
    """Return the file that starts the program."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or "~/.config").expanduser() / "autostart" / _NAME


def is_on() -> bool:
    """Tell whether the program starts with the computer."""
    return place().is_file()


def switch(*, on: bool) -> None:
    """Start with the computer from now on, or no more. Raises OSError."""
    if not on:
        place().unlink(missing_ok=True)
        return
    place().parent.mkdir(parents=True, exist_ok=True)
    place().write_text(_ENTRY.format(command=command()), encoding="utf-8")


def command() -> str:
    """Return the line that starts this program, quoted as desktop files have it."""
    frozen = bool(getattr(sys, "frozen", False))
    words = [sys.executable] if frozen else [sys.executable, "-m", "fibrojournal"]
    return " ".join([*(f'"{word.translate(_SPECIAL)}"' for word in words), MINIMIZED])
