"""What an import brings, and what came of it: plain data that readers of files can build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.triggers import Trigger


@dataclass(frozen=True, slots=True)
class ImportedDay:
    """What a file says of one day; whatever it does not say is absent.

    `readings` are on the measure's own scale. `triggers` holds every trigger that the file
    offered on that day: True where it was ticked, False where it was not.
    """

    readings: Mapping[str, float] = field(default_factory=dict)
    triggers: Mapping[str, bool] = field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One file's worth of answers. `own` are measures and triggers to add where they are new."""

    file_name: str
    entered: Stamp
    days: Mapping[date, ImportedDay]
    own: tuple[Measure | Trigger, ...] = ()
    id: str = field(default_factory=lambda: str(uuid4()))


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import changed.

    `import_id` is None where nothing was added: then the journal keeps no trace of the import.
    `days_added` counts days that held nothing before. `answers_added` counts answers that are
    new or replaced those of an earlier import. `kept` counts answers of the person's own (or
    cleared by hand) that stand although the file says otherwise.
    """

    import_id: str | None
    days_added: int
    answers_added: int
    kept: int
