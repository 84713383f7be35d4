"""One person that somebody trusts, to be called on a hard day: kept in the journal, never needed.

Stored as choices that travel with the journal, so a change can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from fibrojournal.journal.edits import SetSetting

LONGEST = 120
_NAME, _NUMBER = "support.person.name", "support.person.number"


class Trusted(NamedTuple):
    """A name and how to reach that person; either may be empty."""

    name: str = ""
    number: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.number)


def trusted_of(settings: Mapping[str, str]) -> Trusted:
    """Return the person that a journal names, who may be nobody."""
    return Trusted(settings.get(_NAME, ""), settings.get(_NUMBER, ""))


def set_trusted(person: Trusted) -> tuple[SetSetting, SetSetting]:
    """Name a person; an empty one takes the former away."""
    name, number = (part.strip()[:LONGEST] or None for part in person)
    return SetSetting(_NAME, name), SetSetting(_NUMBER, number)
