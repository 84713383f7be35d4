"""Builders and strategies: content of any kind that a journal can hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from hypothesis import strategies as st
from sqlcipher3 import dbapi2

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
from fibrojournal.journal.edits import (
    Edit,
    SetBodyMap,
    SetEvent,
    SetMoment,
    SetNote,
    SetReading,
    SetTrigger,
)
from fibrojournal.journal.measures import Direction, Measure, Scale
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.journal.triggers import Trigger
from fibrojournal.storage.batch import ImportBatch, ImportedDay
from fibrojournal.storage.snapshot import ImportRecord, Snapshot

T = TypeVar("T")

DAY = date(2026, 3, 12)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EVENING = Stamp(datetime(2026, 3, 12, 20, 30, tzinfo=UTC), "Europe/Berlin", 60)
NEXT_EVENING = Stamp(datetime(2026, 3, 13, 20, 30, tzinfo=UTC), "Europe/Berlin", 60)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def answer(measure: str, value: float | None, day: date = DAY) -> SetReading:
    return SetReading(day, measure, None if value is None else Reading(value, EVENING))


def chip(trigger: str, *, ticked: bool | None, day: date = DAY) -> SetTrigger:
    content = None if ticked is None else TriggerAnswer(ticked=ticked, entered=EVENING)
    return SetTrigger(day, trigger, content)


def words(text: str | None, day: date = DAY) -> SetNote:
    return SetNote(day, None if text is None else Note(text, EVENING))


def body_map(*areas: str, day: date = DAY) -> SetBodyMap:
    return SetBodyMap(day, BodyMap(dict.fromkeys(areas), EVENING))


def batch(*own: Measure | Trigger, **days: ImportedDay) -> ImportBatch:
    """A file whose days are named d0, d1 ... after `DAY`."""
    by_date = {after(int(name[1:])): day for name, day in days.items()}
    return ImportBatch("diary.csv", EVENING, by_date, own)


def said(note: str | None = None, **answers: float | bool) -> ImportedDay:
    """What a file says of a day: numbers are readings, truth values are triggers."""
    triggers = {name: value for name, value in answers.items() if isinstance(value, bool)}
    readings = {name: float(v) for name, v in answers.items() if name not in triggers}
    return ImportedDay(readings, triggers, note)


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as a plain database, for looking below the surface."""
    with closing(dbapi2.connect(path, isolation_level=None)) as connection:
        yield connection


def ask(path: Path, query: str, *values: float | str) -> list[Any]:
    with raw(path) as connection:
        return connection.execute(query, values).fetchall()


@contextmanager
def scratch() -> Iterator[Path]:
    """A path of its own for each example that hypothesis makes up."""
    with TemporaryDirectory() as folder:
        yield Path(folder) / "journal.fjnl"


# Strategies. Few places, so that edits meet; any content, so that nothing is lost on the way.
MEASURES = ("pain", "sleep_quality", "own:cold_hands")
TRIGGERS = ("travel", "own:tax_return")
DAYS = (DAY, after(1), after(3))

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
stamps = st.builds(
    Stamp,
    st.integers(-(10**12), 8 * 10**12).map(lambda ms: EPOCH + timedelta(milliseconds=ms)),
    st.sampled_from(("Europe/Berlin", "UTC", "Pacific/Auckland")),
    st.integers(-12 * 60, 14 * 60),
)
numbers = st.floats(allow_nan=False, allow_infinity=False)
by_hand = st.sampled_from((Origin.TYPED, Origin.COPIED))
readings = st.builds(Reading, numbers, stamps, by_hand)
answers = st.builds(TriggerAnswer, st.booleans(), stamps, st.none() | st.integers(1, 3), by_hand)
notes = st.builds(Note, texts, stamps, by_hand)
area_ids = st.sampled_from(sorted(AREA_BY_ID))
body_maps = st.builds(
    BodyMap, st.dictionaries(area_ids, st.none() | st.floats(0, 10)), stamps, by_hand
)
days_of_year = st.sampled_from(DAYS)
ids = st.sampled_from(("one", "two"))
moments = st.builds(Moment, ids, days_of_year, st.sampled_from(MEASURES), numbers, stamps)
events = st.builds(
    lambda id, kind, name, start, length, entered: Event(
        id, kind, name, start, None if length is None else start + timedelta(length), entered
    ),
    ids,
    st.sampled_from(sorted(EVENT_KINDS)),
    texts,
    days_of_year,
    st.none() | st.integers(0, 30),
    stamps,
)

quick_edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(SetReading, days_of_year, st.sampled_from(MEASURES), st.none() | readings),
    st.builds(SetTrigger, days_of_year, st.sampled_from(TRIGGERS), st.none() | answers),
    st.builds(SetNote, days_of_year, st.none() | notes),
)
edits: st.SearchStrategy[Edit] = st.one_of(
    quick_edits,
    st.builds(SetBodyMap, days_of_year, st.none() | body_maps),
    st.builds(SetMoment, ids, st.none()),
    moments.map(lambda moment: SetMoment(moment.id, moment)),
    st.builds(SetEvent, ids, st.none()),
    events.map(lambda event: SetEvent(event.id, event)),
)

names = texts.filter(bool)
own_measures = st.builds(
    own_measure,
    st.sampled_from(("own:cold_hands", "own:hum")),
    names,
    scale=st.builds(Scale, st.just(0.0), st.floats(1, 1e6), st.floats(0.1, 1)),
    direction=st.sampled_from(Direction),
    factor=st.none() | st.just("sleep"),
)
own_triggers = st.builds(
    own_trigger, st.just("own:tax_return"), names, factor=st.none() | st.just("stress_trauma")
)


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """A whole journal, imports and all."""
    records = draw(
        st.lists(
            st.builds(
                ImportRecord, st.sampled_from(("i1", "i2")), texts, stamps, is_out=st.booleans()
            ),
            unique_by=lambda record: record.id,
        )
    )
    origins = st.tuples(by_hand, st.none())
    if records:
        ids_in = st.sampled_from([record.id for record in records])
        origins |= st.tuples(st.just(Origin.IMPORTED), ids_in)

    def of(kind: type[T], *content: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
        return st.builds(lambda pair, *parts: kind(*parts, *pair), origins, *content)

    all_moments = draw(st.lists(moments, unique_by=lambda moment: moment.id))
    days = []
    for day in DAYS:
        content = Day(
            day,
            draw(st.dictionaries(st.sampled_from(MEASURES), of(Reading, numbers, stamps))),
            draw(
                st.dictionaries(
                    st.sampled_from(TRIGGERS),
                    of(TriggerAnswer, st.booleans(), stamps, st.none() | st.integers(1, 3)),
                )
            ),
            draw(st.none() | of(Note, texts, stamps)),
            draw(st.none() | body_maps),
            tuple(
                sorted(
                    (moment for moment in all_moments if moment.day == day),
                    key=lambda moment: (moment.entered, moment.id),
                )
            ),
        )
        if content != Day(day):
            days.append(content)
    all_events = draw(st.lists(events, unique_by=lambda event: event.id))
    mine = draw(st.lists(own_measures, unique_by=lambda measure: measure.id))
    return Snapshot(
        days=tuple(days),
        events=tuple(sorted(all_events, key=lambda event: (event.start, event.id))),
        own_measures=tuple(sorted(mine, key=lambda measure: measure.id)),
        own_triggers=tuple(draw(st.lists(own_triggers, max_size=1))),
        settings=draw(st.dictionaries(names, texts)),
        imports=tuple(sorted(records, key=lambda record: record.id)),
        is_sample=draw(st.booleans()),
    )
