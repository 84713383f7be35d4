"""What a person suspects before the first label, and which findings they would rather not see.

Both are choices that travel with the journal, one each, so that two copies keep what either holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from fibrojournal.journal.edits import SetSetting

MOST = 5
"""More than five would be looked at no harder than anything else."""
_SUSPECT, _DISMISSED = "suspect.", "dismissed."
_LEFT = "suspects.left"
_ON = "on"
_QUESTION = re.compile(r"(?:(?P<outcome>[a-z0-9_:]+)/)?(?P<factor>[a-z0-9_:]+)/(?P<lag>\d)")


class Suspicion(NamedTuple):
    """A factor of pain, and how many days later the person thinks that it shows."""

    factor: str
    lag: int


class Finding(NamedTuple):
    """A question of an outcome's page."""

    outcome: str
    factor: str
    lag: int


def suspicions(settings: Mapping[str, str]) -> tuple[Suspicion, ...]:
    """Return what the person suspects, by name; of more than five, as two copies may have, five."""
    found = _questions(settings, _SUSPECT)
    return tuple(sorted(Suspicion(one.factor, one.lag) for one in found if not one.outcome))[:MOST]


def set_suspicion(suspicion: Suspicion, *, on: bool) -> SetSetting:
    """Suspect something, or no longer."""
    return SetSetting(f"{_SUSPECT}{suspicion.factor}/{suspicion.lag}", _ON if on else None)


def is_left(settings: Mapping[str, str]) -> bool:
    """Tell whether the person would rather not be asked for suspicions."""
    return _LEFT in settings


def leave() -> SetSetting:
    """Ask for suspicions no more; they can be named all the same."""
    return SetSetting(_LEFT, _ON)


def dismissed(settings: Mapping[str, str]) -> frozenset[Finding]:
    """Return the findings that the person would rather not see."""
    return frozenset(one for one in _questions(settings, _DISMISSED) if one.outcome)


def set_dismissed(finding: Finding, *, on: bool) -> SetSetting:
    """Put a finding aside, or take it up again."""
    key = f"{_DISMISSED}{finding.outcome}/{finding.factor}/{finding.lag}"
    return SetSetting(key, _ON if on else None)


def _questions(settings: Mapping[str, str], start: str) -> list[Finding]:
    keys = (key.removeprefix(start) for key in settings if key.startswith(start))
    fits = (_QUESTION.fullmatch(key) for key in keys)
    return [Finding(one["outcome"] or "", one["factor"], int(one["lag"])) for one in fits if one]
