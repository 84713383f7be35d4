"""A year of milestones: how many of the labels that are shown are chance."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from fibrojournal.analysis.answers import Answer
from fibrojournal.analysis.composite import ID as WHOLE_DAY
from fibrojournal.analysis.families import Label
from fibrojournal.analysis.milestones import last_milestones
from tests.calibration.person import NULL, World, people
from tests.calibration.said import FOUND, page_of
from tests.calibration.stranger import Truth, strangers
from tests.calibration.table import Table, percent
from tests.calibration.tally import in_a_row, mean
from tests.calibration.truth import Diary, Source

_YEAR = 365
_EARLY = 90
"""Before this day of a diary `possible` is called an early hint."""
_PAGES = ("pain", "fatigue", "sleep_quality", "mood", "fog")
_NOTHING = ("one person, nothing related", "strangers, nothing related")
_BY = (90, 180, 365)
_SETTINGS: dict[str, Source] = {
    "one person": people(World()),
    "strangers, as the prior thought": strangers(Truth.GOOD),
    "strangers, evenly spread": strangers(Truth.FLAT),
    "strangers, against the prior": strangers(Truth.WRONG),
    "one person, nothing related": people(NULL),
    "strangers, nothing related": strangers(Truth.NOTHING),
}


class _Shown(NamedTuple):
    """A label that one diary showed on one milestone."""

    diary: int
    day: int
    label: Label
    is_false: bool
    size: str
    """Of the true relation that it names, if it names one."""
    what: str


def run(count: int) -> Iterator[Table]:
    """Look at every milestone of a year."""
    rows = []
    for name, source in _SETTINGS.items():
        everyone = list(source(count, _YEAR))
        shown = [one for at, diary in enumerate(everyone) for one in _year(at, diary)]
        rows += [[name, label.value, *_cells(label, shown, everyone)] for label in FOUND]
    head = (
        "diaries",
        "label",
        "false: just this label, before day 90",
        "from day 90",
        "false: this or stronger, whole year",
        "diaries with a false one by 90 / 180 / 365 days",
        "medium found by then",
        "large",
    )
    yield Table("A year of milestones (%)", head, rows)


def everywhere(count: int) -> Iterator[Table]:
    """Look at six pages on every milestone of a year, where nothing is true."""
    rows = []
    for name in _NOTHING:
        days = [_first_label(diary) for diary in _SETTINGS[name](count, _YEAR)]
        shares = (mean([day <= by for day in days]) for by in _BY)
        rows.append([name, in_a_row(shares)])
    head = ("diaries", "any label on any of six pages by 90 / 180 / 365 days")
    yield Table("A year of milestones and all pages (%)", head, rows)


def _first_label(diary: Diary) -> float:
    whole = diary.whole_day()
    for day in sorted(last_milestones(_YEAR, 99)):
        until = diary.first(day)
        asked = [one for outcome in _PAGES for one in page_of(until, outcome)]
        asked += page_of(whole.first(day), WHOLE_DAY)
        if any(one.label in FOUND for one in asked):
            return day
    return inf


def _cells(label: Label, shown: list[_Shown], everyone: list[Diary]) -> Iterator[str]:
    just = [one for one in shown if one.label is label]
    strong = [one for one in shown if FOUND.index(one.label) <= FOUND.index(label)]
    yield percent(mean([one.is_false for one in just if one.day < _EARLY]))
    yield percent(mean([one.is_false for one in just if one.day >= _EARLY]))
    yield percent(mean([one.is_false for one in strong]))
    false = [{one.diary for one in strong if one.is_false and one.day <= day} for day in _BY]
    yield in_a_row(len(each) / len(everyone) for each in false)
    for size in ("medium", "large"):
        there = sum(
            edge.size_name == size and edge.target == "pain"
            for diary in everyone
            for edge in diary.edges
        )
        yield in_a_row(
            len({(one.diary, one.what) for one in strong if one.size == size and one.day <= day})
            / there
            if there
            else float("nan")
            for day in _BY
        )


def _year(at: int, diary: Diary) -> Iterator[_Shown]:
    for day in last_milestones(_YEAR, 99):
        for one in page_of(diary.first(day)):
            if one.label in FOUND:
                yield _shown(at, day, diary, one)


def _shown(at: int, day: int, diary: Diary, one: Answer) -> _Shown:
    question = one.question
    edge = diary.edge(question.factor, question.outcome, question.lag)
    return _Shown(
        at,
        day,
        one.label,
        not diary.are_joined(question),
        edge.size_name if edge else "",
        f"{question.factor} {question.lag}",
    )
