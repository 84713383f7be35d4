"""A journal of made-up days, to look around in: the same seed gives the same days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from math import exp
from pathlib import Path
from random import Random

from fibrojournal.exchange.begin import begun
from fibrojournal.exchange.demo_check_ins import check_ins
from fibrojournal.exchange.demo_details import details, hard_times
from fibrojournal.exchange.demo_entries import draw_id, entered_at
from fibrojournal.exchange.demo_experiments import NOTHING_TRIED, Tried, tried
from fibrojournal.exchange.demo_medicines import medicines
from fibrojournal.exchange.demo_person import Life, LivedDay, Spell, is_in, live
from fibrojournal.exchange.demo_words import note_for
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import BodyMap, Event, Moment, Note, Origin, Reading, TriggerAnswer
from fibrojournal.journal.edits import (
    Edit,
    SetBodyMap,
    SetEvent,
    SetMoment,
    SetNote,
    SetReading,
    SetTrigger,
)
from fibrojournal.journal.measures import MEASURE_BY_ID, Asked
from fibrojournal.journal.triggers import TRIGGERS
from fibrojournal.text import _

DAYS = 365
SEED = 1
END = date(2025, 12, 31)

CORE = ("pain", "sleep_quality", "stress", "fatigue", "fog")
MORE = ("sleep_hours", "energy_morning", "energy_evening", "mood", "gut", "activity")

_HARD_DAY_PAIN = 7.2
_SUNDAY = 6
_CLOCK = {Asked.WAKING: time(8, 10), Asked.EVENING: time(20, 40)}
_PARTS_OF_DAY = (
    (time(9), 0.5, -0.2),
    (time(12, 30), -0.5, 0.9),
    (time(17, 15), 0.1, 0.1),
    (time(21, 30), 0.7, -0.8),
)
"""When a moment is noted, and how far pain and energy then lie from those of the day."""
# The areas in the order in which pain spreads to them.
_AREAS = (
    "neck",
    "lower_back",
    "shoulder_right",
    "shoulder_left",
    "upper_back",
    "hip_left",
    "hip_right",
    "upper_leg_left",
    "upper_leg_right",
    "lower_arm_right",
    "lower_leg_left",
    "lower_leg_right",
    "upper_arm_left",
    "lower_arm_left",
    "upper_arm_right",
    "chest",
    "jaw_left",
    "abdomen",
    "jaw_right",
)


def create_demo(path: Path, count: int = DAYS, *, seed: int = SEED, end: date = END) -> int:
    """Begin a journal of made-up days, marked as such; return how many days were noted.

    Raises JournalExists or another JournalError; then no file is left behind.
    """
    random = Random(f"fibrojournal tried {seed}")
    edits = made_up_days(count, seed=seed, end=end, tries=tried(count, end, random))
    with begun(path, sample=True) as journal:
        journal.save(edits)
    return len({edit.day for edit in edits if isinstance(edit, SetReading)})


def made_up_days(
    count: int = DAYS, *, seed: int = SEED, end: date = END, tries: Tried = NOTHING_TRIED
) -> list[Edit]:
    """Make up the diary of `count` days up to `end`; 13 to 17 in a hundred are left out.

    `tries` are the experiments of these days.
    """
    random = Random(f"fibrojournal {seed}")
    life = live(end - timedelta(days=count - 1), count, random, tries.relieved)
    absent = _absent(life, random)
    diary = _Diary(random)
    for number, day in enumerate(life.days):
        if number not in absent:
            diary.write(day, in_flare=is_in(number, life.flares))
    noted = {edit.day for edit in diary.edits if isinstance(edit, SetReading)}
    mapped = {edit.day for edit in diary.edits if isinstance(edit, SetBodyMap)}
    return [
        *diary.edits,
        *details(life, noted, mapped, _AREAS, Random(f"fibrojournal details {seed}")),
        *_events(life, random),
        *hard_times(life, Random(f"fibrojournal hard times {seed}")),
        *_check_ins(life, noted, random),
        *medicines(life, noted, random),
        *tries.edits(noted, Random(f"fibrojournal tries {seed}")),
    ]


def _absent(life: Life, random: Random) -> set[int]:
    """Choose the days that were not noted: runs of some days, more often after a bad one."""
    count = len(life.days)
    wanted = round(count * random.uniform(0.13, 0.17))
    weights = [exp(0.3 * life.days[number - 1].ratings["pain"]) for number in range(1, count - 1)]
    absent: set[int] = set()
    while len(absent) < wanted:
        (start,) = random.choices(range(1, count - 1), weights)
        length = random.choices((1, 2, 3, 4, 6), (40, 30, 15, 10, 5))[0]
        run = range(start, min(start + length, count - 1))
        absent.update(run[: wanted - len(absent)])
    return absent


class _Diary:
    """Writes days down as a person does: in full, in part, late, or as the day before."""

    def __init__(self, random: Random) -> None:
        self.edits: list[Edit] = []
        self._random = random
        self._core: dict[str, float] = {}

    def write(self, day: LivedDay, *, in_flare: bool) -> None:
        """Note one day."""
        random = self._random
        pain = _on_scale("pain", day.ratings["pain"])
        if day.ratings["pain"] >= _HARD_DAY_PAIN and random.random() < 0.35:
            self._read(day.date, "pain", pain)
        else:
            self._write_in_full(day)
        if random.random() < 0.2:
            text = note_for(day.ratings, day.triggers, random, in_flare=in_flare)
            self.edits.append(SetNote(day.date, Note(text, _stamp(day.date))))

    def _write_in_full(self, day: LivedDay) -> None:
        random = self._random
        delay = random.choice((2, 3, 5)) if random.random() < 0.02 else 0
        copied = bool(self._core) and random.random() < 0.02
        if copied:
            for id, value in self._core.items():
                self._read(day.date, id, value, origin=Origin.COPIED)
        else:
            self._core = {
                id: _on_scale(id, day.ratings[id])
                for id in CORE
                if id == "pain" or random.random() < 0.98
            }
            for id, value in self._core.items():
                self._read(day.date, id, value, delay=delay)
        self._tick(day, delay)
        if random.random() < 0.8:
            self._write_more(day, delay)
        if day.date.weekday() == _SUNDAY or random.random() < 0.05:
            self._mark_areas(day)
        if random.random() < 0.18:
            self._take_moments(day)

    def _write_more(self, day: LivedDay, delay: int) -> None:
        random = self._random
        for id in MORE:
            if random.random() < 0.9:
                self._read(day.date, id, _on_scale(id, day.ratings[id]), delay=delay)
        if random.random() < 0.5:
            pain, sleep = day.ratings["pain"], day.ratings["sleep_quality"]
            details = {
                "stiffness_minutes": 5 * round(max(0.0, 3 * pain + random.gauss(0, 4))),
                "awakenings": max(0, round(5 - 0.6 * sleep + random.gauss(0, 0.8))),
                "sensitivity_sound": day.ratings["stress"] + random.gauss(-1, 1),
                "pain_worst": pain + abs(random.gauss(1.2, 0.6)),
            }
            for id, value in details.items():
                self._read(day.date, id, _on_scale(id, value), delay=delay)

    def _read(
        self,
        day: date,
        id: str,
        value: float,
        *,
        origin: Origin = Origin.TYPED,
        delay: int = 0,
    ) -> None:
        entered = _stamp(day, _CLOCK[MEASURE_BY_ID[id].asked], delay)
        self.edits.append(SetReading(day, id, Reading(value, entered, origin)))

    def _tick(self, day: LivedDay, delay: int) -> None:
        entered = _stamp(day.date, delay=delay)
        for trigger in TRIGGERS:
            ticked = trigger.id in day.triggers
            strength = self._random.choice((None, 1, 2, 3)) if ticked else None
            answer = TriggerAnswer(ticked, entered, strength)
            self.edits.append(SetTrigger(day.date, trigger.id, answer))

    def _mark_areas(self, day: LivedDay) -> None:
        pain = day.ratings["pain"]
        count = min(max(round(1.6 * pain + self._random.gauss(-1, 1.5)), 0), len(_AREAS))
        areas = {
            id: _on_scale("pain", pain - 0.2 * place + self._random.gauss(1, 0.7))
            for place, id in enumerate(_AREAS[:count])
        }
        self.edits.append(SetBodyMap(day.date, BodyMap(areas, _stamp(day.date))))

    def _take_moments(self, day: LivedDay) -> None:
        energy = (day.ratings["energy_morning"] + day.ratings["energy_evening"]) / 2
        for clock, *shifts in _PARTS_OF_DAY:
            levels = {"pain": day.ratings["pain"], "energy": energy}
            for (id, level), shift in zip(levels.items(), shifts, strict=True):
                value = _on_scale("pain", level + shift + self._random.gauss(0, 0.7))
                moment = Moment(draw_id(self._random), day.date, id, value, _stamp(day.date, clock))
                self.edits.append(SetMoment(day.date, moment.id, moment))


def _check_ins(life: Life, noted: set[date], random: Random) -> Iterator[SetReading]:
    for day, values in check_ins(life, noted, _AREAS, random):
        for id, value in values.items():
            if value is not None:
                yield SetReading(day, id, Reading(float(value), _stamp(day)))


def _events(life: Life, random: Random) -> Iterator[SetEvent]:
    for spell in life.infections:
        yield _event(life, "infection", _("A cold"), spell, random)
    for spell in life.journeys:
        yield _event(life, "travel", _("A week by the sea"), spell, random)
    for day in life.treatments:
        name = _("Physiotherapy, once a week")
        yield _event(life, "treatment_started", name, Spell(day, day), random)


def _event(life: Life, kind: str, name: str, spell: Spell, random: Random) -> SetEvent:
    start = life.days[spell.first].date
    last = life.days[min(spell.last, len(life.days) - 1)].date
    event = Event(
        draw_id(random), kind, name, start, None if last == start else last, _stamp(start)
    )
    return SetEvent(event.id, event)


def _on_scale(id: str, value: float) -> float:
    scale = MEASURE_BY_ID[id].scale
    return scale.nearest_step(min(max(value, scale.low), scale.high))


def _stamp(day: date, clock: time = _CLOCK[Asked.EVENING], delay: int = 0) -> Stamp:
    return entered_at(day + timedelta(days=delay), clock)
