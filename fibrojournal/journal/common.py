"""What a journal holds beside its days: events, medicines, what the person added, their choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from fibrojournal.journal.chosen import Chosen
from fibrojournal.journal.day import Event
from fibrojournal.journal.edits import (
    CommonEdit,
    SetEvent,
    SetImport,
    SetMedicine,
    SetOwnMeasure,
    SetOwnTrigger,
    SetSetting,
)
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.medicines import Medicine
from fibrojournal.journal.questions import Questions
from fibrojournal.journal.triggers import Trigger

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Common:
    """All that belongs to no single day, each by its id or key."""

    events: Mapping[str, Event] = field(default_factory=dict)
    own_measures: Mapping[str, Measure] = field(default_factory=dict)
    own_triggers: Mapping[str, Trigger] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    medicines: Mapping[str, Medicine] = field(default_factory=dict)

    @property
    def questions(self) -> Questions:
        """What the journal can ask, as the person chose."""
        own = _by_id(self.own_measures), _by_id(self.own_triggers)
        return Questions(*own, Chosen.of(self.settings))

    @property
    def medicine_names(self) -> tuple[str, ...]:
        """What the person calls their medicines."""
        return tuple(medicine.name for medicine in self.medicines.values())

    def events_between(self, first: date, last: date) -> tuple[Event, ...]:
        """List the events that touch some days, both ends included, by their first day."""
        touching = (one for one in self.events.values() if one.start <= last and one.last >= first)
        return tuple(sorted(touching, key=lambda event: (event.start, event.id)))


def inverse(edit: CommonEdit, before: Common) -> CommonEdit:
    """Return the edit that brings back what the place held in `before`."""
    match edit:
        case SetEvent(id):
            return SetEvent(id, before.events.get(id))
        case SetOwnMeasure(id):
            return SetOwnMeasure(id, before.own_measures.get(id))
        case SetOwnTrigger(id):
            return SetOwnTrigger(id, before.own_triggers.get(id))
        case SetMedicine(id):
            return SetMedicine(id, before.medicines.get(id))
        case SetImport():
            return edit.inverse
    return SetSetting(edit.key, before.settings.get(edit.key))


def applied(common: Common, edit: CommonEdit) -> Common:
    """Return what the journal holds beside its days after an edit.

    What an import brings along is only known once it is saved.
    """
    match edit:
        case SetImport():
            return common
        case SetEvent(id, event):
            return replace(common, events=_with(common.events, id, event))
        case SetOwnMeasure(id, measure):
            return replace(common, own_measures=_with(common.own_measures, id, measure))
        case SetOwnTrigger(id, trigger):
            return replace(common, own_triggers=_with(common.own_triggers, id, trigger))
        case SetMedicine(id, medicine):
            return replace(common, medicines=_with(common.medicines, id, medicine))
    return replace(common, settings=_with(common.settings, edit.key, edit.value))


def _by_id(own: Mapping[str, V]) -> tuple[V, ...]:
    return tuple(own[id] for id in sorted(own))


def _with(entries: Mapping[str, V], key: str, value: V | None) -> dict[str, V]:
    others = {name: entry for name, entry in entries.items() if name != key}
    return others if value is None else others | {key: value}
