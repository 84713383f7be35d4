"""The present moment, in the zone that the computer is set to."""

from __future__ import annotations

import sys
import time
import warnings
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_LOOK_EVERY = 30
"""Seconds after which the zone is looked up anew: computers travel while a window is open."""


def local_now() -> datetime:
    """Return the present moment, aware of its zone; of its offset alone where no zone is known."""
    zone = _zone(int(time.monotonic()) // _LOOK_EVERY)
    return datetime.now(zone) if zone else datetime.now().astimezone()


def early_now() -> datetime:
    """Return the same without waiting: with the offset alone until a zone has been looked up.

    Looking it up the first time costs the first paint a good part of what a window costs. Only
    what is answered within the first instants of a window is stored with an offset alone.
    """
    return local_now() if "tzlocal" in sys.modules else datetime.now().astimezone()


@lru_cache(maxsize=1)
def _zone(_when: int) -> ZoneInfo | None:
    import tzlocal

    with warnings.catch_warnings():  # that the computer names no zone: it has UTC then
        warnings.simplefilter("ignore")
        try:
            return tzlocal.reload_localzone()
        except (LookupError, OSError, ValueError):  # it names a zone that nobody knows
            return None
