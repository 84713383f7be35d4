"""Everything that a person entered, as plain data: what an export holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import Day, Event
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.medicines import Medicine
from fibrojournal.journal.triggers import Trigger


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import that brought answers; `is_out` once it was undone."""

    id: str
    file_name: str
    entered: Stamp
    is_out: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The whole journal, without the history of changes and without device ids.

    `days` holds every day with any content in order of date, also those that were only offered
    triggers; events are in order of start, then id; own measures, own triggers, imports and
    medicines are in order of id. So equal journals give equal snapshots.
    """

    days: tuple[Day, ...] = ()
    events: tuple[Event, ...] = ()
    own_measures: tuple[Measure, ...] = ()
    own_triggers: tuple[Trigger, ...] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    imports: tuple[ImportRecord, ...] = ()
    is_sample: bool = False
    medicines: tuple[Medicine, ...] = ()
