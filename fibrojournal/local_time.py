"""The present moment, in the zone that the computer is set to."""

from __future__ import annotations

import time
import warnings
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import tzlocal

_LOOK_EVERY = 30
"""Seconds after which the zone is looked up anew: computers travel while a window is open."""


def local_now() -> datetime:
    """Return the present moment, aware of its zone; of its offset alone where no zone is known."""
    zone = _zone(int(time.monotonic()) // _LOOK_EVERY)
    return datetime.now(zone) if zone else datetime.now().astimezone()


@lru_cache(maxsize=1)
def _zone(_when: int) -> ZoneInfo | None:
    with warnings.catch_warnings():  # that the computer names no zone: it has UTC then
        warnings.simplefilter("ignore")
        try:
            return tzlocal.reload_localzone()
        except (LookupError, OSError, ValueError):  # it names a zone that nobody knows
            return None
