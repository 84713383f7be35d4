"""How a day differs between two copies of a journal, and the edits that make them the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from fibrojournal.journal.day import Day
from fibrojournal.journal.edits import (
    PAIN_AREAS,
    DayEdit,
    SetBodyMap,
    SetEffect,
    SetIntake,
    SetMedicine,
    SetMoment,
    SetNote,
    SetReading,
    SetTrigger,
)
from fibrojournal.journal.medicines import Medicine
from fibrojournal.journal.past import meaning

K = TypeVar("K", str, tuple[str, str])


@dataclass(frozen=True, slots=True)
class DayDifference:
    """A day as it stands in a backup and in the journal.

    What differs is told as a person sees it: when or how something was typed makes no difference.
    """

    date: date
    backup: Day
    journal: Day

    @property
    def readings(self) -> tuple[str, ...]:
        """The measures whose answers differ."""
        return _differing(_values(self.backup), _values(self.journal))

    @property
    def triggers(self) -> tuple[str, ...]:
        """The triggers that were ticked in one of them alone, or with another strength."""
        return _differing(_ticked(self.backup), _ticked(self.journal))

    @property
    def note(self) -> bool:
        """Whether the note reads otherwise."""
        return _words(self.backup) != _words(self.journal)

    @property
    def body_map(self) -> bool:
        """Whether other areas are marked, or with another intensity."""
        return _areas(self.backup) != _areas(self.journal)

    @property
    def moments(self) -> tuple[str, ...]:
        """The ids of the timed readings that differ."""
        return _differing(_moments(self.backup), _moments(self.journal))

    @property
    def medicines(self) -> tuple[str, ...]:
        """The ids of the medicines of which something else was noted."""
        then, now = _intakes(self.backup), _intakes(self.journal)
        ids = {medicine for medicine, _ in _differing(then, now)}
        return tuple(sorted(ids.union(_differing(_effects(self.backup), _effects(self.journal)))))

    @property
    def is_any(self) -> bool:
        """Whether anything differs."""
        return bool(
            self.readings
            or self.triggers
            or self.note
            or self.body_map
            or self.moments
            or self.medicines
        )


def edits_to_restore(differences: Iterable[DayDifference]) -> list[DayEdit]:
    """Return the edits that make days what they are in the backup, entry times included."""
    return [edit for difference in differences for edit in _edits(difference)]


def medicines_to_restore(
    differences: Iterable[DayDifference], backup: Iterable[Medicine], known: Collection[str]
) -> list[SetMedicine]:
    """Return the edits that bring the medicines back which days need and the journal lacks."""
    needed = {
        medicine
        for difference in differences
        for medicine in {*difference.backup.effects}.union(
            medicine for medicine, _ in difference.backup.intakes
        )
    }
    return [
        SetMedicine(medicine.id, medicine)
        for medicine in backup
        if medicine.id in needed and medicine.id not in known
    ]


def _edits(difference: DayDifference) -> Iterator[DayEdit]:
    day, then, now = difference.date, difference.backup, difference.journal
    measures = set(_differing(then.readings, now.readings))
    if then.body_map != now.body_map:
        yield SetBodyMap(day, then.body_map)
        measures.add(PAIN_AREAS)  # what was counted then holds, rather than what is counted anew
    for measure in sorted(measures):
        yield SetReading(day, measure, then.readings.get(measure))
    for trigger in _differing(then.triggers, now.triggers):
        yield SetTrigger(day, trigger, then.triggers.get(trigger))
    if then.note != now.note:
        yield SetNote(day, then.note)
    moments = {moment.id: moment for moment in then.moments}
    for id in _differing(moments, {moment.id: moment for moment in now.moments}):
        yield SetMoment(day, id, moments.get(id))
    for medicine, slot in _differing(then.intakes, now.intakes):
        yield SetIntake(day, medicine, slot, then.intakes.get((medicine, slot)))
    for medicine in _differing(then.effects, now.effects):
        yield SetEffect(day, medicine, then.effects.get(medicine))


def _differing(then: Mapping[K, object], now: Mapping[K, object]) -> tuple[K, ...]:
    return tuple(sorted(id for id in then.keys() | now.keys() if then.get(id) != now.get(id)))


def _values(day: Day) -> dict[str, float]:
    return {measure: reading.value for measure, reading in day.readings.items()}


def _ticked(day: Day) -> dict[str, int]:
    chosen = {trigger: answer for trigger, answer in day.triggers.items() if answer.ticked}
    return {trigger: answer.strength or 0 for trigger, answer in chosen.items()}


def _words(day: Day) -> str | None:
    return day.note.text if day.note else None


def _areas(day: Day) -> Mapping[str, float | None] | None:
    return day.body_map.areas if day.body_map else None


def _moments(day: Day) -> dict[str, tuple[str, float]]:
    return {moment.id: (moment.measure, moment.value) for moment in day.moments}


def _intakes(day: Day) -> dict[tuple[str, str], object]:
    return {place: meaning(intake) for place, intake in day.intakes.items()}


def _effects(day: Day) -> dict[str, object]:
    return {medicine: meaning(effect) for medicine, effect in day.effects.items()}
