"""Writes a journal as a JSON archive: everything that was entered, the same bytes each time.

`docs/export.md` states every key, `resources/export.schema.json` says the same to programs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from fibrojournal.exchange.json_medicines import (
    Entry,
    effect_entries,
    intake_entries,
    medicine_entry,
)
from fibrojournal.exchange.numbers import plain
from fibrojournal.exchange.stamps import stamp_text
from fibrojournal.journal.chosen import day_starts
from fibrojournal.journal.clock import is_late
from fibrojournal.journal.day import (
    BodyMap,
    Day,
    Event,
    Moment,
    Note,
    Origin,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.triggers import Trigger
from fibrojournal.storage.snapshot import ImportRecord, Snapshot

SCHEMA = 2
"""1 knew no medicines."""


def archive_parts(snapshot: Snapshot) -> Iterator[str]:
    """Yield the archive's text: one line for a day, an event, or another entry of a list."""
    starts = day_starts(snapshot.settings)
    lists: dict[str, Iterable[Entry]] = {
        "days": (_day(day, starts) for day in snapshot.days),
        "events": map(_event, snapshot.events),
        # An import that was undone has left nothing, so that undoing one restores the archive.
        "imports": (_import(record) for record in snapshot.imports if not record.is_out),
        "medicines": map(medicine_entry, snapshot.medicines),
        "own_measures": map(_own_measure, snapshot.own_measures),
        "own_triggers": map(_own_trigger, snapshot.own_triggers),
    }
    yield f'{{\n"schema": {SCHEMA}'
    for name, entries in lists.items():
        yield f',\n"{name}": ['
        between = "\n"
        for entry in entries:
            yield between + _text(entry)
            between = ",\n"
        yield "\n]"
    yield f',\n"sample": {_text(snapshot.is_sample)}'
    yield f',\n"settings": {_text(dict(snapshot.settings))}\n}}\n'


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)


def _day(day: Day, starts: int) -> Entry:
    return {
        "date": day.date.isoformat(),
        "readings": {id: _reading(day, reading, starts) for id, reading in day.readings.items()},
        "triggers": {id: _trigger(answer) for id, answer in day.triggers.items()},
        "note": None if day.note is None else _note(day.note),
        "body_map": None if day.body_map is None else _body_map(day.body_map),
        "moments": [_moment(moment) for moment in day.moments],
        "intakes": intake_entries(day),
        "medicine_effects": effect_entries(day),
    }


def _reading(day: Day, reading: Reading, starts: int) -> Entry:
    late = reading.origin is Origin.TYPED and is_late(day.date, reading.entered, starts)
    return {"value": plain(reading.value), **_how(reading)} | ({"late": True} if late else {})


def _trigger(answer: TriggerAnswer) -> Entry:
    strength = {} if answer.strength is None else {"strength": answer.strength}
    return {"ticked": answer.ticked, **_how(answer), **strength}


def _note(note: Note) -> Entry:
    return {"text": note.text, **_how(note)}


def _how(content: Reading | TriggerAnswer | Note) -> Entry:
    how: Entry = {"entered": stamp_text(content.entered), "origin": content.origin.value}
    return how if content.import_id is None else how | {"import": content.import_id}


def _body_map(body_map: BodyMap) -> Entry:
    return {
        "areas": _intensities(body_map.areas),
        "entered": stamp_text(body_map.entered),
        "origin": body_map.origin.value,
    }


def _intensities(areas: Mapping[str, float | None]) -> dict[str, float | None]:
    return {area: None if value is None else plain(value) for area, value in areas.items()}


def _moment(moment: Moment) -> Entry:
    return {
        "id": moment.id,
        "measure": moment.measure,
        "value": plain(moment.value),
        "entered": stamp_text(moment.entered),
    }


def _event(event: Event) -> Entry:
    return {
        "id": event.id,
        "kind": event.kind,
        "name": event.name,
        "start": event.start.isoformat(),
        "end": None if event.end is None else event.end.isoformat(),
        "entered": stamp_text(event.entered),
    }


def _import(record: ImportRecord) -> Entry:
    return {
        "id": record.id,
        "file_name": record.file_name,
        "entered": stamp_text(record.entered),
    }


def _own_measure(measure: Measure) -> Entry:
    return {
        "id": measure.id,
        "name": measure.name,
        "low": plain(measure.scale.low),
        "high": plain(measure.scale.high),
        "step": plain(measure.scale.step),
        "direction": measure.direction.value,
        "factor": measure.factors[0] if measure.factors else None,
    }


def _own_trigger(trigger: Trigger) -> Entry:
    return {"id": trigger.id, "name": trigger.name, "factor": trigger.factor}
