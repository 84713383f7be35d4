"""Results as rows and as a table, without a window."""

from __future__ import annotations

from fibrojournal.analysis.families import Label
from fibrojournal.analysis.pages import Relation
from fibrojournal.insights.ranking import finding_of
from fibrojournal.ui.pages.factors.marks import Marked
from fibrojournal.ui.pages.factors.news_card import about, news_of
from fibrojournal.ui.pages.factors.result_rows import Listed, Seen, as_text, folded, listed, table
from fibrojournal.ui.widgets.effect_list import EffectRow
from tests.insights.grid import answered, asked_of, page_on, record_on, related, unanswered

MARK = Marked("moon", "sleep", "sleep")
SLEEP = related(answered(asked_of("sleep_quality"), effect=-1.3), Label.CLEAR)
TRAVEL = related(answered(asked_of("travel", lag=1), effect=0.1), Label.NONE)
FATIGUE = related(answered(asked_of("fatigue")), Label.LIKELY)
FEW = related(unanswered(asked_of("unwell"), n=40, n_high=3), Label.NOT_ENOUGH_DAYS)


def seen_of(*relations: Relation, day: int = 200) -> Seen:
    marks = {one.answer.question.factor: MARK for one in relations}
    return Seen(record_on(day), page_on(day, *relations), marks)


def laid(
    seen: Seen, *, more: bool = False, aside: bool = False, hide: Relation | None = None
) -> Listed:
    dismissed = frozenset({finding_of(hide)}) if hide else frozenset()
    return listed(seen, seen.ranked(dismissed), with_more=more, with_aside=aside)


def titles(listed: Listed) -> list[str]:
    return [row.title for row in listed.effects]


def row(listed: Listed, title: str) -> EffectRow:
    return next(row for row in listed.effects if row.title == title)


def test_what_came_before_stands_apart_from_what_goes_together() -> None:
    shown = laid(seen_of(SLEEP, FATIGUE, TRAVEL))
    assert titles(shown) == [
        "What came before",
        "Poor sleep",
        "Travel",
        "What goes together on the same day",
        "Fatigue",
    ]
    assert [place is None for place in shown.rows] == [True, False, False, True, False]


def test_a_link_shows_its_effect_and_how_sure_it_is() -> None:
    poor_sleep = row(laid(seen_of(SLEEP)), "Poor sleep")
    assert poor_sleep.headline == "1.3 points higher the day after"
    assert (poor_sleep.label, poor_sleep.dots) == ("clear", 3)
    assert poor_sleep.interval is not None
    assert poor_sleep.interval.low < poor_sleep.interval.effect < poor_sleep.interval.high
    assert "Poor sleep. clear. The day after nights you rated" in poor_sleep.spoken


def test_no_clear_link_says_what_would_not_show() -> None:
    travel = row(laid(seen_of(TRAVEL)), "Travel")
    assert travel.headline == "No clear link so far"
    assert travel.label == "under 0.7 points would not show"
    assert not travel.is_found


def test_a_link_that_fell_away_says_what_it_was() -> None:
    gone = related(answered(asked_of("travel")), Label.NONE, Label.LIKELY)
    travel = row(laid(seen_of(gone)), "Travel")
    assert (travel.headline, travel.label) == ("No longer stands out", "before: likely")


def test_none_that_matters_is_a_result_like_others() -> None:
    none = related(answered(asked_of("travel"), effect=0.0, se=0.1), Label.NEGLIGIBLE)
    travel = row(laid(seen_of(none)), "Travel")
    assert (travel.headline, travel.label) == (
        "Probably no link that matters",
        "under half a point",
    )


def test_too_few_days_are_counted_without_a_number() -> None:
    unwell = row(laid(seen_of(SLEEP, FEW), more=True), "Unwell")
    assert unwell.headline == "3 of 5 days"
    assert unwell.pips == (3, 5)
    assert unwell.interval is None
    assert unwell.dots is None


def test_before_any_number_a_factor_has_one_row() -> None:
    few = [
        related(unanswered(asked_of("stress", lag=lag), n=n), Label.NOT_ENOUGH_DAYS)
        for lag, n in ((0, 11), (1, 9))
    ]
    shown = laid(seen_of(*few, FEW, day=20))
    assert titles(shown) == ["Unwell", "Stress"]
    assert row(shown, "Stress").headline == "11 of 30 days"


def test_the_rest_is_folded_and_counted() -> None:
    seen = seen_of(SLEEP, FEW)
    assert folded(seen, seen.ranked(frozenset())) == 1
    assert "Unwell" not in titles(laid(seen))
    assert titles(laid(seen, more=True))[-2:] == ["More", "Unwell"]


def test_what_is_put_aside_shows_when_it_is_wanted() -> None:
    seen = seen_of(SLEEP, TRAVEL)
    assert "Poor sleep" not in titles(laid(seen, hide=SLEEP))
    assert titles(laid(seen, hide=SLEEP, aside=True))[-2:] == ["Put aside", "Poor sleep"]
    assert (
        seen.summary(frozenset({finding_of(SLEEP)})) == "Nothing stands out in your journal so far."
    )


def test_a_row_is_found_again_by_its_factor() -> None:
    shown = laid(seen_of(SLEEP, TRAVEL))
    kept = shown.rows[2]
    assert kept is not None
    assert shown.place_of((kept.factor, kept.family)) == 2
    assert shown.place_of(("mood", kept.family)) == 1
    assert laid(seen_of(TRAVEL, FATIGUE)).place_of(None) == 3  # the only link
    assert laid(seen_of(TRAVEL)).place_of(None) == 1
    assert Listed((), (), 2).place_of(None) == -1


def test_the_table_has_the_same_numbers() -> None:
    seen = seen_of(SLEEP, FEW)
    headings, rows = table(seen, laid(seen, more=True))
    assert headings == ("What", "Points", "Days", "How sure")
    assert rows[0] == (
        "Poor sleep, the day after",
        "+1.3, likely +0.8 to +1.8",
        "87 nights",
        "clear",
    )
    assert rows[1][1] is None


def test_a_copied_table_has_a_cell_for_each_number() -> None:
    seen = seen_of(SLEEP)
    head, line = as_text(seen, laid(seen)).splitlines()
    assert head.split("\t") == [
        "What",
        "When",
        "Points",
        "Likely from",
        "Likely to",
        "Days",
        "How sure",
    ]
    assert line.split("\t")[2:5] == ["+1.3", "+0.8", "+1.8"]


def test_news_tell_what_is_new_and_what_fell_away() -> None:
    new = related(answered(asked_of("travel", lag=1)), Label.LIKELY, Label.NONE)
    gone = related(answered(asked_of("fatigue")), Label.NONE, Label.POSSIBLE)
    assert news_of(seen_of(new, gone), frozenset()) == (
        "New since day 135:",
        "– Travel, the day after: likely",
        "Fallen away since day 135:",
        "– Fatigue, the same day",
    )
    assert news_of(seen_of(new), frozenset({finding_of(new)})) == (
        "Nothing has changed since day 135.",
    )


def test_before_the_second_milestone_there_are_no_news() -> None:
    assert news_of(seen_of(SLEEP, day=40), frozenset()) == ()


def test_a_page_says_how_much_was_asked_and_when_labels_change() -> None:
    assert about(seen_of(SLEEP, TRAVEL)) == (
        "2 questions about pain were checked.",
        "Labels change on a few set days alone; the next is 27 September 2025, day 270.",
    )
