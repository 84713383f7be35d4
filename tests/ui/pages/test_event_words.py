from __future__ import annotations

from datetime import date, timedelta

import pytest

from fibrojournal.journal.day import Event
from fibrojournal.ui.pages.events.words import days_words, detail_words, lacking, on_day_words
from tests.journal.build import EVENING

TODAY = date(2026, 3, 12)


def event(name: str, start: date, last: date | None = None, kind: str = "infection") -> Event:
    return Event("1", kind, name, start, last, EVENING)


@pytest.mark.parametrize(
    ("start", "last", "words"),
    [
        (TODAY, TODAY, "Thursday 12 March"),
        (date(2025, 3, 4), date(2025, 3, 4), "Tuesday 4 March 2025"),
        (date(2026, 3, 4), date(2026, 3, 9), "4 to 9 March, 6 days"),
        (date(2026, 2, 27), date(2026, 3, 1), "27 February to 1 March, 3 days"),
        (date(2025, 3, 4), date(2025, 3, 9), "4 to 9 March 2025, 6 days"),
        (date(2025, 12, 30), date(2026, 1, 2), "30 December 2025 to 2 January, 4 days"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 December to 2 January 2027, 4 days"),
    ],
)
def test_days_are_named_as_shortly_as_they_are_clear(start: date, last: date, words: str) -> None:
    assert days_words(start, last, TODAY) == words


def test_the_kind_stands_below_a_name_of_its_own() -> None:
    assert detail_words(event("Flu", TODAY), TODAY) == "Infection · Thursday 12 March"
    assert detail_words(event("", TODAY), TODAY) == "Thursday 12 March"


def test_an_event_ahead_is_said_to_be_still_to_come() -> None:
    ahead = event("", TODAY + timedelta(days=1))
    assert detail_words(ahead, TODAY) == "Friday 13 March · still to come"


def test_a_day_says_how_far_its_events_are() -> None:
    flu = event("Flu", TODAY - timedelta(days=2), TODAY)
    assert on_day_words([flu, event("Visit", TODAY)], TODAY) == "Flu, day 3 · Visit"
    assert on_day_words([], TODAY) == ""


@pytest.mark.parametrize(
    ("kind", "name", "last", "words"),
    [
        ("", "Flu", TODAY, "Choose what it is first."),
        ("other", "  ", TODAY, "Give it a name, so that you know it again."),
        ("infection", "", TODAY - timedelta(days=1), "The last day lies before the first."),
        ("infection", "", TODAY, ""),
        ("other", "Visit", TODAY, ""),
    ],
)
def test_what_an_event_lacks_is_said(kind: str, name: str, last: date, words: str) -> None:
    assert lacking(kind, name, TODAY, last) == words
