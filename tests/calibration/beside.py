"""The pages of other things than pain, which know no prior, and that of the day on the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from fibrojournal.analysis.composite import ID as WHOLE_DAY
from fibrojournal.analysis.composite import PARTS
from tests.calibration.person import ITEMS, NULL, World, people
from tests.calibration.said import ours
from tests.calibration.stranger import Truth, strangers
from tests.calibration.table import Table
from tests.calibration.tally import (
    FOUND,
    UNRELATED,
    found_cells,
    in_a_row,
    mean,
    tallies,
    unrelated_cells,
)
from tests.calibration.truth import Diary, Edge, Source

_PAGES = ("fatigue", "fog", "mood", "gut", "sleep_quality")
_UNRELATED = {
    "one person": people(NULL),
    "good and bad days shared": people(replace(NULL, shared=0.4)),
    "strangers": strangers(Truth.NOTHING),
}
_RELATED = {"one person": people(World()), "strangers": strangers(Truth.FLAT)}
_SOURCES = (("overdid_it", 1, 0.5), ("sleep_quality", 0, -0.2))


def pages(count: int) -> Iterator[Table]:
    """Ask about five other outcomes, and about the day on the whole."""
    five = [partial(ours, outcome=outcome) for outcome in _PAGES]
    whole = partial(ours, outcome=WHOLE_DAY)
    null = []
    for setting, source in _UNRELATED.items():
        null.append([setting, "five others", *unrelated_cells(tallies(source, five, count))])
        made = tallies(_on_the_whole(source), whole, count)
        null.append([setting, "day on the whole", *unrelated_cells(made)])
    title = "Unrelated things on other pages (%; 60 / 90 / 180 / 365 days)"
    yield Table(title, ("diaries", "page", *UNRELATED), null)
    true = [
        [setting, *found_cells(tallies(source, five, count))]
        for setting, source in _RELATED.items()
    ]
    title = "True relations found on the five other pages (%; 60 / 90 / 180 / 365 days)"
    yield Table(title, ("diaries", *FOUND), true)


def whole_day(count: int) -> Iterator[Table]:
    """Ask about the day on the whole what moves five symptoms, and what moves pain alone."""
    rows = []
    for name, targets, shared in (
        ("five symptoms", PARTS, 0.0),
        ("five symptoms, good and bad days shared", PARTS, 0.4),
        ("pain alone", ("pain",), 0.0),
    ):
        source = people(World(edges=_medium(targets), shared=shared))
        for page, outcome in (("pain", "pain"), ("day on the whole", WHOLE_DAY)):
            about = _on_the_whole(source) if outcome == WHOLE_DAY else source
            made = tallies(about, partial(ours, outcome=outcome), count)
            cells = [in_a_row(mean(one.of[factor]) for one in made) for factor, _, _ in _SOURCES]
            rows.append([name, page, *cells, in_a_row(mean(one.any_false) for one in made)])
    title = "Medium effects found by pain and by the day on the whole (%; 60 / 90 / 180 / 365 days)"
    head = ("what is moved", "page", "by a trigger, next day", "by the night", "any false label")
    yield Table(title, head, rows)


def _on_the_whole(source: Source) -> Source:
    def made(count: int, days: int) -> Iterator[Diary]:
        yield from (diary.whole_day() for diary in source(count, days))

    return made


def _medium(targets: tuple[str, ...]) -> tuple[Edge, ...]:
    """Let a trigger and the night move these, each the way that is worse."""
    bad = dict(ITEMS)
    return tuple(
        Edge(source, target, lag, size * bad[target])
        for source, lag, size in _SOURCES
        for target in targets
    )
