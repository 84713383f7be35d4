"""What a journal can ask: the registries, and the person's own measures and triggers."""

from __future__ import annotations

import re
from typing import NamedTuple

from fibrojournal.journal.chosen import MOST_ON_TODAY, Chosen, in_chosen_order
from fibrojournal.journal.factors import FACTOR_IDS
from fibrojournal.journal.measures import (
    MEASURE_BY_ID,
    MEASURES,
    TOPICS,
    ZERO_TO_TEN,
    Asked,
    Direction,
    Measure,
    Place,
    Scale,
)
from fibrojournal.journal.triggers import TRIGGER_BY_ID, TRIGGERS, Trigger
from fibrojournal.text import _

OWN = "own:"
_OWN_ID = r"own:[a-z0-9]+(?:_[a-z0-9]+)*"


def is_own_id(id: str) -> bool:
    """Tell whether an id has the form of a measure or trigger of one's own: `own:cold_hands`."""
    return re.fullmatch(_OWN_ID, id) is not None


def own_id(name: str) -> str:
    """Make the id of an own measure or trigger from its name: "Cold hands", `own:cold_hands`.

    Ids stay plain ASCII, so that they can be typed anywhere. A name with letters that have no
    such form gets a checksum of the whole name, so that two Japanese names get two ids.
    Raises ValueError where the name holds no letter or digit.
    """
    import unicodedata  # for a new name alone, never at a start
    import zlib

    plain = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    if any(char.isalnum() and not char.isascii() for char in plain):
        words.append(f"{zlib.crc32(plain.encode()):08x}")
    if not words:
        raise ValueError("the name needs a letter or a digit")
    return OWN + "_".join(words)


def own_measure(
    id: str,
    name: str,
    *,
    scale: Scale = ZERO_TO_TEN,
    direction: Direction = Direction.NEITHER,
    factor: str | None = None,
) -> Measure:
    """Make a measure of one's own. Raises ValueError for an id or factor that cannot be."""
    _check_own(id, factor)
    return Measure(
        id,
        name,
        name,
        scale,
        direction,
        Asked.EVENING,
        Place.MORE,
        (factor,) if factor else (),
        is_own_name=True,
    )


def own_trigger(id: str, name: str, *, factor: str | None = None) -> Trigger:
    """Make a trigger of one's own. Raises ValueError for an id or factor that cannot be."""
    _check_own(id, factor)
    return Trigger(id, name, factor, is_own_name=True)


def _check_own(id: str, factor: str | None) -> None:
    if not is_own_id(id):
        raise ValueError(f"not the id of something of one's own: {id}")
    if factor is not None and factor not in FACTOR_IDS:
        raise ValueError(f"no such factor: {factor}")


def _of_check_in(id: str) -> Measure | None:
    from fibrojournal.journal.check_in_measures import CHECK_IN_BY_ID  # the form asks none of them

    return CHECK_IN_BY_ID.get(id)


class Topic(NamedTuple):
    """Measures of detail that are asked together."""

    name: str
    measures: tuple[Measure, ...]

    @property
    def label(self) -> str:
        """Its translated name."""
        return _(self.name)


class Questions(NamedTuple):
    """The registries with what the person has added, as they chose to be asked."""

    own_measures: tuple[Measure, ...] = ()
    own_triggers: tuple[Trigger, ...] = ()
    chosen: Chosen = Chosen()

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Every daily measure, in the chosen order and words; else the own ones last."""
        every = (self.chosen.reworded(measure) for measure in MEASURES + self.own_measures)
        return in_chosen_order(every, self.chosen.order)

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        """Every trigger, in the chosen order and words; without a choice the own ones last."""
        every = (self.chosen.reworded_trigger(trigger) for trigger in TRIGGERS + self.own_triggers)
        return in_chosen_order(every, self.chosen.trigger_order)

    @property
    def shown_triggers(self) -> tuple[Trigger, ...]:
        """The triggers that the form offers."""
        return tuple(one for one in self.triggers if one.id not in self.chosen.hidden_triggers)

    def measure(self, id: str) -> Measure | None:
        """Find a measure by its id, one of a check-in too."""
        own = next((m for m in self.own_measures if m.id == id), None)
        found = MEASURE_BY_ID.get(id) or own or _of_check_in(id)
        return found and self.chosen.reworded(found)

    @property
    def day_measures(self) -> tuple[Measure, ...]:
        """Every measure to which a day can have an answer."""
        return tuple(one for one in self.measures if one.place is not Place.MOMENT)

    def day_measure(self, id: str) -> Measure | None:
        """Find a measure to which a day can have an answer, by its id."""
        found = self.measure(id)
        return None if found is None or found.place is Place.MOMENT else found

    def trigger(self, id: str) -> Trigger | None:
        """Find a trigger by its id."""
        found = TRIGGER_BY_ID.get(id) or next((t for t in self.own_triggers if t.id == id), None)
        return found and self.chosen.reworded_trigger(found)

    def asked_on(self, place: Place) -> tuple[Measure, ...]:
        """List the measures that stand at one place of the form, in order."""
        return tuple(one for one, where in self.placed() if where is place)

    def placed(self) -> list[tuple[Measure, Place]]:
        """List every measure with the place where it stands, in order.

        Today holds no more than eight, also where two copies of a journal chose eight each; the
        rest stand under More. It is never without any: then it asks for the very first.
        """
        found = [(measure, self.chosen.place_of(measure)) for measure in self.measures]
        today = [measure for measure, place in found if place is Place.TODAY]
        beyond = {measure.id for measure in today[MOST_ON_TODAY:]}
        kept = None if today else MEASURES[0].id
        return [
            (
                measure,
                Place.MORE
                if measure.id in beyond
                else Place.TODAY
                if measure.id == kept
                else place,
            )
            for measure, place in found
        ]

    def topics(self) -> tuple[Topic, ...]:
        """Gather the measures of detail under their topics; a topic without any is left out."""
        detail = self.asked_on(Place.DETAIL)
        gathered = (Topic(name, tuple(m for m in detail if m.topic == name)) for name in TOPICS)
        return tuple(topic for topic in gathered if topic.measures)
