"""Strategies: content of any kind that a journal can hold."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from fibrojournal.journal.areas import AREA_BY_ID
from fibrojournal.journal.clock import Stamp
from fibrojournal.journal.day import (
    EVENT_KINDS,
    BodyMap,
    Day,
    Event,
    Intake,
    MedicineEffect,
    Moment,
    Note,
    Origin,
    Reading,
    TriggerAnswer,
)
from fibrojournal.journal.edits import (
    Edit,
    SetBodyMap,
    SetEffect,
    SetEvent,
    SetIntake,
    SetMedicine,
    SetMoment,
    SetNote,
    SetOwnMeasure,
    SetOwnTrigger,
    SetReading,
    SetSetting,
    SetTrigger,
)
from fibrojournal.journal.measures import Direction, Scale
from fibrojournal.journal.medicines import (
    ALWAYS,
    PARTS_OF_DAY,
    Course,
    Medicine,
    Plan,
    Slot,
    in_order,
)
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.storage.snapshot import ImportRecord, Snapshot
from tests.storage.build import DAY, EPOCH, after

T = TypeVar("T")

# Few places, so that edits meet; any content, so that nothing is lost on the way.
MEASURES = ("pain", "sleep_quality", "own:cold_hands")
TRIGGERS = ("travel", "own:tax_return")
DAYS = (DAY, after(1), after(3))

texts = st.text(st.characters(codec="utf-8"))
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

MEDICINES = ("m1", "m2")
sizes = st.floats(1e-6, 1e9)
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
intakes = st.builds(Intake, st.booleans(), stamps, st.none() | clocks, st.none() | sizes, by_hand)
effects = st.builds(MedicineEffect, stamps, st.none() | st.floats(0, 10), texts)
slots = st.builds(Slot, st.sampled_from(tuple(PARTS_OF_DAY)), st.none() | clocks)
plans = st.builds(
    Plan,
    st.none() | sizes,
    texts,
    texts,
    st.lists(slots, unique_by=lambda slot: slot.part, max_size=3).map(tuple),
)
courses = st.builds(Course, st.sampled_from((ALWAYS, *DAYS)), st.none() | plans, stamps)
medicines = st.builds(
    Medicine,
    st.sampled_from(MEDICINES),
    texts,
    stamps,
    st.lists(courses, unique_by=lambda course: course.start, max_size=3).map(in_order),
)
medicine_ids = st.sampled_from(MEDICINES)
intake_slots = st.sampled_from(("morning", "a-uuid"))
intakes_by_place = st.dictionaries(st.tuples(medicine_ids, intake_slots), intakes)
effects_by_medicine = st.dictionaries(medicine_ids, effects)
some_medicines = st.lists(medicines, unique_by=lambda medicine: medicine.id).map(
    lambda taken: tuple(sorted(taken, key=lambda medicine: medicine.id))
)

quick_edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(SetReading, days_of_year, st.sampled_from(MEASURES), st.none() | readings),
    st.builds(SetTrigger, days_of_year, st.sampled_from(TRIGGERS), st.none() | answers),
    st.builds(SetNote, days_of_year, st.none() | notes),
)
edits: st.SearchStrategy[Edit] = st.one_of(
    quick_edits,
    st.builds(SetBodyMap, days_of_year, st.none() | body_maps),
    st.builds(SetMoment, days_of_year, ids, st.none()),
    moments.map(lambda moment: SetMoment(moment.day, moment.id, moment)),
    st.builds(SetIntake, days_of_year, medicine_ids, intake_slots, st.none() | intakes),
    st.builds(SetEffect, days_of_year, medicine_ids, st.none() | effects),
    st.builds(SetMedicine, medicine_ids, st.none()),
    medicines.map(lambda medicine: SetMedicine(medicine.id, medicine)),
    st.builds(SetEvent, ids, st.none()),
    events.map(lambda event: SetEvent(event.id, event)),
    own_measures.map(lambda own: SetOwnMeasure(own.id, own)),
    own_triggers.map(lambda own: SetOwnTrigger(own.id, own)),
    st.builds(SetOwnMeasure, st.just("own:cold_hands"), st.none()),
    st.builds(SetOwnTrigger, st.just("own:tax_return"), st.none()),
    st.builds(SetSetting, st.sampled_from(("question.pain.place", "x")), st.none() | texts),
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
            draw(intakes_by_place),
            draw(effects_by_medicine),
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
        medicines=draw(some_medicines),
    )
