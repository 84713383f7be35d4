"""The order of a page: links by label and size, then what shows none, then what has to wait."""

from __future__ import annotations

from fibrojournal.analysis.families import Family, Label
from fibrojournal.analysis.pages import Relation
from fibrojournal.insights.ranking import Ranked, Row, finding_of, is_news, ranked, to_dismiss
from fibrojournal.journal.suspicions import Finding
from tests.insights.grid import answered, asked_of, page_on, related, unanswered

DAY = 200


def found(factor: str, lag: int, label: Label, effect: float = 1.0, se: float = 0.2) -> Relation:
    return related(answered(asked_of(factor, lag=lag), effect=effect, se=se), label)


def rows(*relations: Relation, dismissed: frozenset[Finding] = frozenset()) -> Ranked:
    return ranked(page_on(DAY, *relations), dismissed)


def names(some: tuple[Row, ...]) -> list[str]:
    return [row.factor for row in some]


def test_links_stand_by_label_and_then_by_size() -> None:
    seen = rows(
        found("travel", 0, Label.LIKELY, 0.4),
        found("unwell", 0, Label.LIKELY, -1.5),
        found("sat_long", 0, Label.CLEAR, 0.2),
    )
    assert names(seen.before) == ["sat_long", "unwell", "travel"]


def test_what_goes_together_on_a_day_stands_apart() -> None:
    seen = rows(found("fatigue", 0, Label.CLEAR), found("fatigue", 1, Label.LIKELY))
    assert [row.family for row in (*seen.before, *seen.same)] == [Family.BEFORE, Family.SAME]
    assert names(seen.same) == ["fatigue"]


def test_the_surest_answer_stands_for_a_factor() -> None:
    seen = rows(found("travel", 0, Label.NONE, 2.0), found("travel", 1, Label.POSSIBLE, 0.5))
    (row,) = seen.before
    assert row.is_found
    assert [one.answer.question.lag for one in row.relations] == [1, 0]


def test_no_clear_link_stands_for_a_factor_before_none_that_matters() -> None:
    seen = rows(found("travel", 0, Label.NEGLIGIBLE), found("travel", 1, Label.NONE))
    assert seen.before[0].lead.label is Label.NONE


def test_what_shows_no_link_most_surely_fills_the_first_rows() -> None:
    unclear = [
        found(factor, 0, Label.NONE, se=se)
        for factor, se in (
            ("travel", 0.9),
            ("unwell", 0.3),
            ("sat_long", 0.2),
            ("period", 0.5),
            ("poor_food", 0.4),
            ("rest_break", 0.6),
        )
    ]
    seen = rows(found("skipped_meal", 0, Label.POSSIBLE), *unclear)
    assert names(seen.before) == ["skipped_meal", "sat_long", "unwell", "poor_food", "period"]
    assert names(seen.more) == ["rest_break", "travel"]


def test_what_has_too_few_days_comes_last_the_nearest_first() -> None:
    few = [
        related(unanswered(asked_of(factor), days_needed=days), Label.NOT_ENOUGH_DAYS)
        for factor, days in (("travel", None), ("unwell", 40), ("period", 9))
    ]
    seen = rows(*few, found("sat_long", 0, Label.NONE))
    assert names(seen.more) == ["period", "unwell", "travel"]
    assert not seen.is_empty


def test_enough_days_without_a_milestone_still_have_to_wait() -> None:
    seen = rows(found("travel", 0, Label.NOT_ENOUGH_DAYS))
    assert seen.is_empty
    assert names(seen.more) == ["travel"]


def test_a_link_that_fell_away_stays_among_the_first() -> None:
    gone = related(answered(asked_of("fatigue")), Label.NONE, Label.LIKELY)
    seen = rows(gone, found("mood", 0, Label.NONE))
    assert names(seen.same) == ["fatigue"]
    assert names(seen.more) == ["mood"]


def test_more_than_four_things_of_a_day_are_folded() -> None:
    ids = ("fatigue", "fog", "mood", "gut", "energy_evening", "activity")
    seen = rows(*(found(id, 0, Label.CLEAR) for id in ids))
    assert len(seen.same) == 4
    assert len(seen.more) == 2


def test_a_row_is_put_aside_with_all_its_links() -> None:
    both = found("travel", 0, Label.CLEAR), found("travel", 1, Label.LIKELY)
    (row,) = rows(*both).before
    aside = rows(*both, dismissed=frozenset(to_dismiss(row)))
    assert names(aside.aside) == ["travel"]
    assert not aside.before
    half = rows(*both, dismissed=frozenset({finding_of(both[0])}))
    assert names(half.before) == ["travel"]  # the other is found since: it shows again


def test_what_was_put_aside_and_is_no_link_any_more_is_a_row_like_others() -> None:
    gone = found("travel", 0, Label.NONE)
    assert names(rows(gone, dismissed=frozenset({finding_of(gone)})).before) == ["travel"]


def test_new_and_lost_links_are_news() -> None:
    answer = answered(asked_of("travel"))
    assert is_news(related(answer, Label.LIKELY, Label.NONE))
    assert is_news(related(answer, Label.NONE, Label.POSSIBLE))
    assert not is_news(related(answer, Label.CLEAR, Label.POSSIBLE))
    assert not is_news(related(answer, Label.CLEAR))
