"""Trends show the scores of check-ins, and offer the next one in a line, once a month at most."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import Reading
from fibrojournal.journal.edits import SetReading
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.pages.trends.scores import ScoresPart
from tests.ui.checks.rooms_of_spans import trends
from tests.ui.conftest import Person

TODAY = date(2026, 3, 12)


def scored(person: Person, **scores: list[tuple[int, float]]) -> None:
    """Fill the journal with scores of so many days ago."""
    stamp = stamp_of(person.moment)
    with JournalFile.create(person.journal) as journal:
        for id, points in scores.items():
            for back, value in points:
                day = TODAY - timedelta(days=back)
                journal.save([SetReading(day, id, Reading(value, stamp))])


def part(person: Person, why_read_only: str = "") -> ScoresPart:
    program = person.start(why_read_only=why_read_only)
    page = trends(person, program)
    scores = page._scores
    person.qtbot.waitUntil(lambda: bool(scores._offer.text()))
    return scores


def offered(scores: ScoresPart) -> list[str]:
    choice = scores.card.choice
    return [choice.itemData(place) for place in range(choice.count())]


def test_without_a_check_in_one_line_offers_the_first(person: Person) -> None:
    scores = part(person)
    assert scores.offer.startswith("A check-in adds up where it hurts")
    assert not scores.card.isVisible()
    scores.check_in.click()
    window = person.open[0].window
    assert window._front is window._pages["check_in"]


@pytest.mark.parametrize(("back", "offered"), [(27, False), (28, True)])
def test_the_next_one_is_offered_after_a_month(person: Person, back: int, offered: bool) -> None:  # noqa: FBT001
    scored(person, psd=[(back, 20.0)])
    assert bool(part(person).offer) == offered


def test_every_score_with_points_can_be_chosen(person: Person) -> None:
    scored(person, psd=[(60, 21.0), (30, 19.0)], gad2=[(3, 2.0)], overall_change=[(2, 3.0)])
    scores = part(person)
    card = scores.card
    person.qtbot.waitUntil(lambda: card.view is not None)
    assert card.isVisible()
    assert offered(scores) == ["psd", "gad2", "overall_change"]
    assert card._sentence.text().endswith("2 times, between 19 and 21.")
    card.choice.activated.emit(1)
    person.qtbot.waitUntil(lambda: "2 on Monday 9 March" in card._sentence.text())


def test_scores_become_a_table_by_the_keys_of_every_chart(person: Person) -> None:
    scored(person, psd=[(60, 21.0), (30, 19.0)])
    card = part(person).card
    person.qtbot.waitUntil(lambda: card.view is not None)
    card.body.picture.setFocus()
    person.press("Control+T")
    assert card.shows_table
    person.press("Control+T")
    assert card.body.picture.isVisible()


def test_mood_worry_and_change_have_a_door(person: Person) -> None:
    scores = part(person)
    scores.feelings.click()
    window = person.open[0].window
    assert window._front is window._pages["feelings"]


def test_a_journal_that_is_only_looked_at_offers_nothing(person: Person) -> None:
    scored(person, psd=[(60, 21.0)])
    assert part(person, why_read_only="Another window writes.").offer == ""
