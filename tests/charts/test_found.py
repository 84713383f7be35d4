"""The pictures of one result: when it shows, and twenty equally likely answers."""

from __future__ import annotations

from datetime import date

import pytest

from fibrojournal.analysis.pages import Page, Relation
from fibrojournal.charts.found_delays import found_delays
from fibrojournal.charts.likely_answers import likely_answers
from fibrojournal.exchange.demo import create_demo
from fibrojournal.insights.record import Record, read
from fibrojournal.insights.results import page_of
from fibrojournal.storage.journal_file import JournalFile
from tests.charts.charted import assert_plain, assert_well_drawn, drawn, points, texts

END = date(2025, 12, 31)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    path = tmp_path_factory.mktemp("made-up") / "journal.fjnl"
    create_demo(path, 300, end=END)
    with JournalFile.open_to_read(path) as source:
        found = read(source)
    assert found is not None
    return found


def page(record: Record, outcome: str) -> Page:
    found = page_of(record, outcome)
    assert found is not None
    return found


def relation(page: Page, factor: str, lag: int) -> Relation:
    return next(
        one
        for one in page.relations
        if (one.answer.question.factor, one.answer.question.lag) == (factor, lag)
    )


def test_delays_speak_of_poor_nights_where_high_is_good(record: Record) -> None:
    pain = page(record, "pain")
    asked = relation(pain, "sleep_quality", 0)
    view = found_delays(record, pain, asked)
    assert asked.answer.estimate is not None
    assert view.effects[0].points == pytest.approx(-asked.answer.estimate.effect)
    assert [delay.label for delay in view.delays] == ["day after", "2 days", "3 days", "4 days"]
    assert "the day after" in view.sentence
    assert_plain(view)
    assert_well_drawn(view)


def test_no_delay_goes_back_in_time(record: Record) -> None:
    sleep = page(record, "sleep_quality")
    view = found_delays(record, sleep, relation(sleep, "pain", 1))
    assert [delay.label for delay in view.delays] == ["night after", "2 nights", "3 nights"]


def test_the_whole_day_has_delays_too(record: Record) -> None:
    whole = page(record, "whole_day")
    view = found_delays(record, whole, relation(whole, "sleep_hours", 0))
    assert len(view.effects) == 4
    assert_plain(view)


@pytest.mark.parametrize(
    ("outcome", "factor", "words"),
    [
        ("pain", "stress", "No delay stands out."),
        ("mood", "stress", "It stands out the same day and the day after."),
    ],
)
def test_the_sentence_names_every_delay_that_stands_out(
    record: Record, outcome: str, factor: str, words: str
) -> None:
    asked = page(record, outcome)
    assert found_delays(record, asked, relation(asked, factor, 0)).sentence == words


def test_delays_of_too_few_days_say_so(record: Record) -> None:
    pain = page(record, "pain")
    view = found_delays(record, pain, relation(pain, "medicine_change", 0))
    assert view.is_empty
    assert_plain(view)


def test_twenty_values_lie_around_the_effect(record: Record) -> None:
    asked = relation(page(record, "pain"), "sleep_quality", 0)
    view = likely_answers(record.questions, asked)
    assert asked.answer.estimate is not None
    assert len(view.values) == 20
    assert sum(view.values) / 20 == pytest.approx(-asked.answer.estimate.effect)
    assert view.sentence == "Pain was higher in all 20."
    assert_plain(view)
    assert_well_drawn(view)


def test_values_of_both_directions_are_counted_apart(record: Record) -> None:
    asked = relation(page(record, "pain"), "stress", 1)
    view = likely_answers(record.questions, asked)
    figure, _found = drawn(view)
    assert view.sentence == "Pain was lower in 10 of 20, and higher in 7."
    assert len(points(figure, "circle")) == 20
    assert len(points(figure, "arrow")) == 17
    assert len(texts(figure, "value")) == 20
    assert "no difference" in {row[1] for row in view.table().rows}


def test_without_an_estimate_there_are_no_values(record: Record) -> None:
    asked = relation(page(record, "pain"), "medicine_change", 0)
    assert likely_answers(record.questions, asked).is_empty
