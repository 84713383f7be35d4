"""What came of an import, or would come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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


@dataclass(frozen=True, slots=True)
class Clash:
    """A place where the person's own answer and the file's differ: a value, a tick, a text."""

    day: date
    id: str
    mine: float | bool | str
    theirs: float | bool | str


@dataclass(frozen=True, slots=True)
class ImportLook:
    """What an import would do.

    `here` counts the days of the file that hold something already; `clashes` lists every own
    answer that the file says otherwise, whichever of them is to win.
    """

    days: int
    answers: int
    notes: int
    here: int
    clashes: tuple[Clash, ...]
