"""What a reading says of one's own days: what was found of its matter, the surest first."""

from __future__ import annotations

from dataclasses import replace

from fibrojournal.analysis.families import Label
from fibrojournal.insights.of_topic import told_of
from fibrojournal.journal.common import Common
from fibrojournal.journal.suspicions import Finding, set_dismissed
from tests.insights.grid import (
    SLEEP,
    STRESS,
    TRAVEL,
    answered,
    asked_of,
    page_on,
    record_on,
    related,
    unanswered,
)

CLEAR = related(answered(asked_of(SLEEP), effect=-0.8), Label.CLEAR)
LATER = related(answered(asked_of(SLEEP, lag=1), effect=-0.9), Label.LIKELY)
STRESSED = related(answered(asked_of(STRESS), effect=1.5), Label.LIKELY)
TRAVELLED = related(answered(asked_of(TRAVEL), effect=0.5), Label.POSSIBLE)
PAGE = page_on(200, TRAVELLED, LATER, STRESSED, CLEAR)
RECORD = record_on(200)


def titles(*ids: str) -> list[str]:
    return [one.title for one in told_of(RECORD, PAGE, ids)]


def test_only_what_the_reading_is_about_is_told() -> None:
    assert titles(TRAVEL) == ["Travel"]
    assert titles("fatigue") == []


def test_two_at_most_the_surest_first_each_factor_once() -> None:
    assert titles(SLEEP, STRESS, TRAVEL) == ["Poor sleep", "Stress"]
    lead = told_of(RECORD, PAGE, (SLEEP,))[0].lead
    assert lead == "Poor sleep tends to be followed by more pain the day after."


def test_what_was_not_found_is_not_told() -> None:
    none = related(answered(asked_of(SLEEP)), Label.NONE)
    few = related(unanswered(asked_of(STRESS)), Label.NOT_ENOUGH_DAYS)
    assert told_of(RECORD, page_on(200, none, few), (SLEEP, STRESS)) == ()


def test_what_was_put_aside_is_not_told() -> None:
    edit = set_dismissed(Finding("pain", SLEEP, 0), on=True)
    aside = replace(RECORD, common=Common(settings={edit.key: edit.value or ""}))
    assert [one.title for one in told_of(aside, PAGE, (SLEEP, STRESS))] == ["Stress"]
