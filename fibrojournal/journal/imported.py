"""What a file brings into a journal: plain data that readers of files build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.triggers import Trigger

NOTE = "note"
"""Stands for the note of a day where others are named by the id of a measure or trigger."""


@dataclass(frozen=True, slots=True)
class ImportedDay:
    """What a file says of one day; whatever it does not say is absent.

    `readings` are on the measure's own scale. `triggers` holds every trigger that the file
    offered on that day: True where it was ticked, False where it was not.
    """

    readings: Mapping[str, float] = field(default_factory=dict)
    triggers: Mapping[str, bool] = field(default_factory=dict)
    note: str | None = None

    @property
    def count(self) -> int:
        """How many answers it holds, a note among them."""
        return len(self.readings) + len(self.triggers) + (self.note is not None)


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One file's worth of answers. `own` are measures and triggers to add where they are new.

    `over` names the places, by day and id, where the file wins over the person's own answer.
    """

    file_name: str
    entered: Stamp
    days: Mapping[date, ImportedDay]
    own: tuple[Measure | Trigger, ...] = ()
    id: str = field(default_factory=lambda: str(uuid4()))
    over: frozenset[tuple[date, str]] = frozenset()
