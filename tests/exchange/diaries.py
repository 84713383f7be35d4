"""Strategies that make up whole journals, down to the corners."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from fibrojournal.journal.areas import AREAS
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
from fibrojournal.journal.factors import FACTOR_IDS
from fibrojournal.journal.measures import MEASURES, Direction, Measure, Place, Scale
from fibrojournal.journal.questions import own_measure, own_trigger
from fibrojournal.journal.triggers import STRENGTHS, TRIGGERS, Trigger
from fibrojournal.storage.snapshot import ImportRecord, Snapshot
from tests.storage import strategies

DAYS = st.dates(date(1990, 1, 1), date(2025, 6, 15))
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NAMES = WORDS.filter(lambda text: text.strip() != "")
SLUGS = st.from_regex(r"own:[a-z0-9]{1,6}(_[a-z0-9]{1,4})?", fullmatch=True)
FACTORS = st.one_of(st.none(), st.sampled_from(sorted(FACTOR_IDS)))
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kathmandu", "UTC-03:30", "", "[odd]\n"])
STAMPS = st.builds(
    lambda at, zone, offset: Stamp(
        at.replace(microsecond=at.microsecond // 1000 * 1000, tzinfo=UTC), zone, offset
    ),
    st.datetimes(
        datetime(1990, 1, 2),  # noqa: DTZ001  the strategy wants its ends without a zone
        datetime(2026, 6, 1),  # noqa: DTZ001
    ),
    ZONES,
    st.integers(-14 * 60, 14 * 60),
)
SCALES = st.builds(
    lambda low, width, steps: Scale(low, low + width, width / steps),
    st.integers(-100, 100),
    st.integers(1, 200),
    st.integers(1, 20),
)
IDS = st.uuids(version=4).map(str)


def on(scale: Scale) -> st.SearchStrategy[float]:
    return st.floats(scale.low, scale.high, allow_subnormal=False).map(lambda value: value + 0.0)


@st.composite
def own_things(draw: st.DrawFn) -> tuple[tuple[Measure, ...], tuple[Trigger, ...]]:
    slugs = sorted(draw(st.sets(SLUGS, max_size=4)))
    measures, triggers = [], []
    for slug in slugs:
        name, factor = draw(NAMES), draw(FACTORS)
        if draw(st.booleans()):
            direction = draw(st.sampled_from(Direction))
            scale = draw(SCALES)
            measures.append(
                own_measure(slug, name, scale=scale, direction=direction, factor=factor)
            )
        else:
            triggers.append(own_trigger(slug, name, factor=factor))
    return tuple(measures), tuple(triggers)


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    own_measures, own_triggers = draw(own_things())
    records = draw(st.lists(st.builds(ImportRecord, IDS, WORDS, STAMPS), max_size=2))
    by_id = {record.id: record for record in records}
    imports = tuple(by_id[id] for id in sorted(by_id))
    measures = [*(m for m in MEASURES if m.place is not Place.MOMENT), *own_measures]
    triggers = [*TRIGGERS, *own_triggers]

    def how() -> tuple[Stamp, Origin, str | None]:
        if draw(st.booleans()) and imports:
            return draw(STAMPS), Origin.IMPORTED, draw(st.sampled_from(imports)).id
        return draw(STAMPS), draw(st.sampled_from([Origin.TYPED, Origin.COPIED])), None

    def day(date: date) -> Day:
        asked = draw(st.lists(st.sampled_from(measures), max_size=5, unique_by=lambda m: m.id))
        offered = draw(st.lists(st.sampled_from(triggers), max_size=5, unique_by=lambda t: t.id))
        answers = {}
        for trigger in offered:
            entered, origin, import_id = how()
            strength = draw(st.one_of(st.none(), st.sampled_from(STRENGTHS)))
            ticked = draw(st.booleans())
            answers[trigger.id] = TriggerAnswer(ticked, entered, strength, origin, import_id)
        areas = draw(st.lists(st.sampled_from(AREAS), max_size=3, unique_by=lambda area: area.id))
        moments = [
            Moment(draw(IDS), date, measure.id, draw(on(measure.scale)), draw(STAMPS))
            for measure in draw(st.lists(st.sampled_from(measures), max_size=2))
        ]
        body_map = BodyMap(
            {area.id: draw(st.one_of(st.none(), on(Scale(0, 10)))) for area in areas},
            draw(STAMPS),
            draw(st.sampled_from([Origin.TYPED, Origin.COPIED])),
        )
        return Day(
            date,
            {measure.id: Reading(draw(on(measure.scale)), *how()) for measure in asked},
            answers,
            Note(draw(WORDS), *how()) if draw(st.booleans()) else None,
            body_map if draw(st.booleans()) else None,
            tuple(sorted(moments, key=lambda moment: (moment.entered, moment.id))),
            draw(strategies.intakes_by_place),
            draw(strategies.effects_by_medicine),
        )

    def event(id: str) -> Event:
        start = draw(DAYS)
        length = draw(st.one_of(st.none(), st.integers(0, 60)))
        end = None if length is None else start + timedelta(days=length)
        kind = draw(st.sampled_from(sorted(EVENT_KINDS)))
        return Event(id, kind, draw(WORDS), start, end, draw(STAMPS))

    dates = sorted(draw(st.sets(DAYS, max_size=4)))
    events = [event(id) for id in draw(st.lists(IDS, max_size=3, unique=True))]
    return Snapshot(
        days=tuple(made for date in dates if (made := day(date)) != Day(date)),
        events=tuple(sorted(events, key=lambda event: (event.start, event.id))),
        own_measures=own_measures,
        own_triggers=own_triggers,
        settings=draw(st.dictionaries(NAMES, WORDS, max_size=3)),
        imports=imports,
        is_sample=draw(st.booleans()),
        medicines=draw(strategies.some_medicines),
    )
