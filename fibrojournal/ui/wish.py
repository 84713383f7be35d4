"""Which journal a person wishes to open, and how."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Wish(NamedTuple):
    """A journal that is to be opened; only to be looked at where a sentence says why."""

    path: Path
    why_read_only: str = ""
    page: str = "today"
    """The page that is shown first."""
    is_minimized: bool = False
    """The window is put away at first: it starts with the computer."""
    begins_anew: bool = False
    """A journal that is not in its place is begun anew, although copies of it are there."""
    back: Path | None = None
    """The journal that was open before, to which the person may want to go back."""
