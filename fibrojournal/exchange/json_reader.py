"""Reads a JSON archive back: all of it or none, and nothing that a journal could not hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from fibrojournal.exchange.json_medicines import effects_of, intakes_of, medicine_of
from fibrojournal.exchange.json_tree import Node, json_file
from fibrojournal.exchange.json_writer import SCHEMA
from fibrojournal.journal.areas import AREA_BY_ID
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import (
    EVENT_KINDS,
    BodyMap,
    Day,
    Event,
    Moment,
    Note,
    Origin,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.errors import BadFile
from fibrojournal.journal.measures import ZERO_TO_TEN, Direction, Measure, Scale
from fibrojournal.journal.questions import Questions, own_measure, own_trigger
from fibrojournal.journal.triggers import STRENGTHS, Trigger
from fibrojournal.storage.snapshot import ImportRecord, Snapshot
from fibrojournal.text import _

T = TypeVar("T")
K = TypeVar("K", str, date)

_ORIGINS = {origin.value: origin for origin in Origin}
_DIRECTIONS = {direction.value: direction for direction in Direction}
_KINDS = {kind: kind for kind in EVENT_KINDS}
_STRENGTHS = {strength: strength for strength in STRENGTHS}
_HOW = ("entered", "origin")
_LISTS = ("days", "events", "imports", "medicines", "own_measures", "own_triggers")
_OF_A_DAY = (
    *("readings", "triggers", "note", "body_map", "moments"),
    *("intakes", "medicine_effects"),
)


def looks_like_json(path: Path) -> bool:
    """Tell by its name or its first character whether a file is an archive and not a table."""
    if path.suffix.lower() == ".json":
        return True
    if not path.is_file():
        return False  # what is taken out of a pipe to look at it is gone
    try:
        with path.open("rb") as file:
            return file.read(64).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    except OSError:
        return False


def read_archive(path: Path) -> Snapshot:
    """Read a JSON archive. Raises BadFile, with a line where the file is no JSON."""
    root = json_file(path)
    _check_schema(root)
    entries = root.entries(("schema", "days"), (*_LISTS, "sample", "settings"))
    own_measures = _each(entries["own_measures"], _own_measure, lambda own: own.id)
    own_triggers = _each(entries["own_triggers"], _own_trigger, lambda own: own.id)
    imports = _each(entries["imports"], _import, lambda record: record.id)
    days = _Days(Questions(own_measures, own_triggers), frozenset(record.id for record in imports))
    return Snapshot(
        days=_each(entries["days"], days.day, lambda day: day.date),
        events=tuple(
            sorted(
                _each(entries["events"], _event, lambda event: event.id),
                key=lambda event: (event.start, event.id),
            )
        ),
        own_measures=own_measures,
        own_triggers=own_triggers,
        settings=entries["settings"].maybe(_settings) or {},
        imports=imports,
        medicines=_each(entries["medicines"], medicine_of, lambda medicine: medicine.id),
        is_sample=entries["sample"].maybe(Node.flag) or False,
    )


def _check_schema(root: Node) -> None:
    version = dict(root.by_id()).get("schema")
    if version is None:
        raise BadFile(_("This is JSON, but not an archive that fibrojournal has written."))
    if version.number() > SCHEMA:
        raise BadFile(_("The archive was written by a newer version of fibrojournal."))
    version.choice({number: number for number in range(1, SCHEMA + 1)})


def _each(node: Node, read: Callable[[Node], T], key: Callable[[T], K]) -> tuple[T, ...]:
    """Read the entries of a list and sort them by key; two of one key are refused."""
    found: dict[K, T] = {}
    for item in node.maybe(Node.items) or ():
        entry = read(item)
        if key(entry) in found:
            raise item.refusal()
        found[key(entry)] = entry
    return tuple(found[name] for name in sorted(found))


class _Days:
    """Reads days, and looks up what their answers refer to."""

    def __init__(self, questions: Questions, imports: frozenset[str]) -> None:
        self._questions = questions
        self._imports = imports
        self._moments: set[str] = set()

    def day(self, node: Node) -> Day:
        """Read one day."""
        held = node.entries(("date",), _OF_A_DAY)
        day = held["date"].day()
        moments = [self._moment(day, item) for item in held["moments"].maybe(Node.items) or ()]
        return Day(
            day,
            self._by_id(held["readings"], self._reading),
            self._by_id(held["triggers"], self._trigger),
            held["note"].maybe(self._note),
            held["body_map"].maybe(_body_map),
            tuple(sorted(moments, key=lambda moment: (moment.entered, moment.id))),
            held["intakes"].maybe(intakes_of) or {},
            held["medicine_effects"].maybe(effects_of) or {},
        )

    def _by_id(self, node: Node, read: Callable[[str, Node], T]) -> dict[str, T]:
        return {id: read(id, item) for id, item in node.maybe(Node.by_id) or ()}

    def _reading(self, id: str, node: Node) -> Reading:
        held = node.entries(("value", *_HOW), ("import", "late"))
        return Reading(self._value(id, held["value"]), *self._how(held))

    def _trigger(self, id: str, node: Node) -> TriggerAnswer:
        if self._questions.trigger(id) is None:
            raise node.refusal()
        held = node.entries(("ticked", *_HOW), ("import", "strength"))
        entered, origin, import_id = self._how(held)
        strength = held["strength"].maybe(lambda value: value.choice(_STRENGTHS))
        return TriggerAnswer(held["ticked"].flag(), entered, strength, origin, import_id)

    def _note(self, node: Node) -> Note:
        held = node.entries(("text", *_HOW), ("import",))
        return Note(held["text"].text(), *self._how(held))

    def _moment(self, day: date, node: Node) -> Moment:
        held = node.entries(("id", "measure", "value", "entered"))
        id, measure = held["id"].text(), held["measure"].text()
        if id in self._moments:
            raise node.refusal()
        self._moments.add(id)
        value = self._value(measure, held["value"])
        return Moment(id, day, measure, value, held["entered"].stamp())

    def _value(self, id: str, node: Node) -> float:
        measure = self._questions.measure(id)
        if measure is None:
            raise node.refusal()
        value = node.number()
        if not measure.scale.holds(value):
            raise node.refusal()
        return value

    def _how(self, held: Mapping[str, Node]) -> tuple[Stamp, Origin, str | None]:
        import_id = held["import"].maybe(Node.text)
        if import_id is not None and import_id not in self._imports:
            raise held["import"].refusal()
        return held["entered"].stamp(), held["origin"].choice(_ORIGINS), import_id


def _body_map(node: Node) -> BodyMap:
    held = node.entries(("areas", *_HOW))
    areas = {id: _intensity(id, value) for id, value in held["areas"].by_id()}
    return BodyMap(areas, held["entered"].stamp(), held["origin"].choice(_ORIGINS))


def _intensity(id: str, node: Node) -> float | None:
    value = node.maybe(Node.number)
    if id not in AREA_BY_ID or not (value is None or ZERO_TO_TEN.holds(value)):
        raise node.refusal()
    return value


def _event(node: Node) -> Event:
    held = node.entries(("id", "kind", "name", "start", "end", "entered"))
    start, end = held["start"].day(), held["end"].maybe(Node.day)
    if end is not None and end < start:
        raise node.refusal()
    kind = held["kind"].choice(_KINDS)
    return Event(held["id"].text(), kind, held["name"].text(), start, end, held["entered"].stamp())


def _import(node: Node) -> ImportRecord:
    held = node.entries(("id", "file_name", "entered"))
    return ImportRecord(held["id"].text(), held["file_name"].text(), held["entered"].stamp())


def _own_measure(node: Node) -> Measure:
    held = node.entries(("id", "name", "low", "high", "step", "direction", "factor"))
    low, high, step = (held[name].number() for name in ("low", "high", "step"))
    try:
        return own_measure(
            held["id"].text(),
            held["name"].text(),
            scale=Scale(low, high, step),
            direction=held["direction"].choice(_DIRECTIONS),
            factor=held["factor"].maybe(Node.text),
        )
    except ValueError as error:
        raise node.refusal() from error


def _own_trigger(node: Node) -> Trigger:
    held = node.entries(("id", "name", "factor"))
    try:
        return own_trigger(
            held["id"].text(), held["name"].text(), factor=held["factor"].maybe(Node.text)
        )
    except ValueError as error:
        raise node.refusal() from error


def _settings(node: Node) -> dict[str, str]:
    return {key: value.text() for key, value in node.by_id()}
