"""What a person chose about the questions: where each stands, in which order, in which words.

And when a day begins, which the first of them needs to know.

The choices travel with the journal as plain settings. They change no stored answer; one that
makes no sense is passed over, as a newer program or a merge may have left it there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from fibrojournal.journal.clock import DAY_ENDS_AT
from fibrojournal.journal.edits import SetSetting
from fibrojournal.journal.measures import NEVER_ON_THE_FORM, Measure, Place
from fibrojournal.journal.triggers import Trigger

MOST_ON_TODAY = 8
"""More questions than that are no short day any more."""
LONGEST_WORDS = 40

_QUESTION, _TRIGGER, _PLACE, _WORDS = "question.", "trigger.", ".place", ".words"
_KEPT = ".kept"
_DAY_STARTS = "day.starts"
LATEST_START = 12
"""The last hour at which a day may begin: one that begins later is the next one."""
_ORDER, _TRIGGER_ORDER, _STRENGTH = "questions.order", "triggers.order", "triggers.strength"
_PLACES = {place.value: place for place in Place if place not in NEVER_ON_THE_FORM}
_NONE: Mapping[str, str] = MappingProxyType({})
_NO_PLACES: Mapping[str, Place] = MappingProxyType({})
T = TypeVar("T", Measure, Trigger)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The choices that make sense, by the ids of measures and triggers."""

    places: Mapping[str, Place] = field(default_factory=lambda: _NO_PLACES)
    words: Mapping[str, str] = field(default_factory=lambda: _NONE)
    order: tuple[str, ...] = ()
    hidden_triggers: frozenset[str] = frozenset()
    trigger_words: Mapping[str, str] = field(default_factory=lambda: _NONE)
    trigger_order: tuple[str, ...] = ()
    """The person's own order of triggers; without one, the most used stand first."""
    asks_strength: bool = False
    """Whether a ticked trigger may be told how strong it was."""
    day_starts: int = DAY_ENDS_AT
    """The hour at which a new day of the journal begins."""
    kept: frozenset[str] = frozenset()
    """Questions that the person wants to be asked, whatever comes of them."""

    @classmethod
    def of(cls, settings: Mapping[str, str]) -> Chosen:
        """Read the choices out of the settings of a journal."""
        if not settings:
            return _NOTHING_CHOSEN
        places = _told(settings, _QUESTION, _PLACE)
        return cls(
            {id: _PLACES[value] for id, value in places.items() if value in _PLACES},
            _worded(_told(settings, _QUESTION, _WORDS)),
            tuple(settings.get(_ORDER, "").split()),
            frozenset(
                id
                for id, value in _told(settings, _TRIGGER, _PLACE).items()
                if value == Place.HIDDEN.value
            ),
            _worded(_told(settings, _TRIGGER, _WORDS)),
            tuple(settings.get(_TRIGGER_ORDER, "").split()),
            settings.get(_STRENGTH) == "on",
            day_starts(settings),
            frozenset(_told(settings, _QUESTION, _KEPT)),
        )

    def place_of(self, measure: Measure) -> Place:
        """Return where a measure stands; some are never on the form."""
        if measure.place in NEVER_ON_THE_FORM:
            return measure.place
        place = self.places.get(measure.id, measure.place)
        return Place.MORE if place is Place.DETAIL and not measure.topic else place

    def reworded(self, measure: Measure) -> Measure:
        """Return a measure in the person's own words, where there are any."""
        words = self.words.get(measure.id)
        if words is None:
            return measure
        return measure._replace(name=words, question=words, short_name="", is_own_name=True)

    def reworded_trigger(self, trigger: Trigger) -> Trigger:
        """Return a trigger in the person's own words, where there are any."""
        words = self.trigger_words.get(trigger.id)
        return trigger if words is None else trigger._replace(name=words, is_own_name=True)


_NOTHING_CHOSEN = Chosen()


def in_chosen_order(those: Iterable[T], order: tuple[str, ...]) -> tuple[T, ...]:
    """Put measures or triggers in a chosen order; those that it does not name come last."""
    if not order:
        return tuple(those)
    places = {id: place for place, id in enumerate(order)}
    return tuple(sorted(those, key=lambda one: places.get(one.id, len(places))))


def set_place(measure: Measure, place: Place) -> SetSetting:
    """Stand a measure somewhere; where it stands anyway needs no choice."""
    is_usual = place is measure.place
    return SetSetting(f"{_QUESTION}{measure.id}{_PLACE}", None if is_usual else place.value)


def set_words(measure: Measure, words: str) -> SetSetting:
    """Ask a measure in the person's own words; none gives it its own name back."""
    return SetSetting(f"{_QUESTION}{measure.id}{_WORDS}", _bounded(words) or None)


def set_kept(measure: Measure) -> SetSetting:
    """Want to be asked a measure, whatever comes of it."""
    return SetSetting(f"{_QUESTION}{measure.id}{_KEPT}", "on")


def set_order(ids: Iterable[str]) -> SetSetting:
    """Put the questions in an order."""
    return SetSetting(_ORDER, " ".join(ids) or None)


def set_trigger_shown(trigger_id: str, *, is_shown: bool) -> SetSetting:
    """Offer a trigger on the form, or do so no longer."""
    value = None if is_shown else Place.HIDDEN.value
    return SetSetting(f"{_TRIGGER}{trigger_id}{_PLACE}", value)


def set_trigger_words(trigger_id: str, words: str) -> SetSetting:
    """Call a trigger by the person's own words; none gives it its own name back."""
    return SetSetting(f"{_TRIGGER}{trigger_id}{_WORDS}", _bounded(words) or None)


def set_trigger_order(ids: Iterable[str]) -> SetSetting:
    """Put the triggers in an order; none lets the most used stand first again."""
    return SetSetting(_TRIGGER_ORDER, " ".join(ids) or None)


def set_strength_asked(*, is_asked: bool) -> SetSetting:
    """Ask how strong a trigger was, or do so no longer."""
    return SetSetting(_STRENGTH, "on" if is_asked else None)


def forgotten(kind: type[Measure] | type[Trigger], id: str) -> list[SetSetting]:
    """Return the edits that take away every choice about a measure or trigger that goes."""
    before = _QUESTION if kind is Measure else _TRIGGER
    return [SetSetting(f"{before}{id}{what}", None) for what in (_PLACE, _WORDS, _KEPT)]


def _told(settings: Mapping[str, str], before: str, after: str) -> dict[str, str]:
    """Return the settings of one kind by the id that their key names."""
    return {
        key.removeprefix(before).removesuffix(after): value
        for key, value in settings.items()
        if key.startswith(before) and key.endswith(after)
    }


def _worded(told: Mapping[str, str]) -> dict[str, str]:
    bounded = {id: _bounded(words) for id, words in told.items()}
    return {id: words for id, words in bounded.items() if words}


def _bounded(words: str) -> str:
    return " ".join(words.split())[:LONGEST_WORDS].rstrip()


def set_day_starts(hour: int) -> SetSetting:
    """Let days begin at another hour; the usual one is no choice. Noted days stay as they are."""
    return SetSetting(_DAY_STARTS, None if hour == DAY_ENDS_AT else str(hour))


def day_starts(settings: Mapping[str, str]) -> int:
    """Read out of the settings of a journal the hour at which its days begin."""
    told = settings.get(_DAY_STARTS, "")
    if told.isdecimal() and int(told) <= LATEST_START:
        return int(told)
    return DAY_ENDS_AT
