"""The charts of factors that set kinds of days side by side: what they count, and what they say."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts.groups import GroupsView
from fibrojournal.charts.view import View
from tests.charts.diaries import answers, diary
from tests.charts.made_up import SIZES, assert_texts_stand_apart_and_inside, drawn, view_of

NOTED = {
    "pain": diary(365),
    "stress": diary(365, seed=2),
    "gut": diary(365, seed=3, low=0, high=6),
    "activity": diary(365, seed=4, low=-2, high=2),
    "energy_evening": diary(365, seed=5),
    "pain_areas": diary(365, seed=6, low=0, high=19),
    "sensitivity_sound": diary(365, seed=7),
    "sensitivity_temperature": diary(365, seed=8),
}
EVENTS = {"stressful_event": diary(365, seed=9, low=0, high=1)}
CHARTS = ("stress_and_pain", "gut_and_pain", "activity_and_pain", "spread_and_pain")

# What each chart needs of a day, in a diary in which it says something.
CYCLE = {
    "pain": (2, 4, 6, 8),
    "stress": (1, 3, 5, 7),
    "gut": (0, 2, 4, 6),
    "activity": (-1, 0, 1, 2),
}
CYCLE |= {"pain_areas": (2, 5, 8, 11), "sensitivity_sound": (1, 2, 3, 4)}


def cycling(days: int) -> Mapping[str, Answers]:
    """Note every day, each measure in steps of four days."""
    return {
        id: answers({ago: float(steps[-ago % 4]) for ago in range(days)})
        for id, steps in CYCLE.items()
    }


def groups(view: View) -> GroupsView:
    assert isinstance(view, GroupsView)
    return view


def means(view: View, panel: int = 0, series: int = 0) -> list[float]:
    return [group.mean for group in groups(view).panels[panel].series[series].groups]


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("days", [0, 1, 6, 14, 19])
def test_few_days_are_a_sentence_without_numbers_of_them(chart: str, days: int) -> None:
    view = view_of(chart, cycling(days))
    assert view.is_empty
    assert "are needed here; you have" in view.sentence
    assert view.detail == ""
    assert view.table().rows == ()


@pytest.mark.parametrize("chart", CHARTS)
def test_days_that_were_copied_count_nowhere(chart: str) -> None:
    copied = {
        id: Answers(noted.days, noted.values, noted.hollow | True, noted.copied | True)
        for id, noted in cycling(200).items()
    }
    view = view_of(chart, copied)
    assert view.is_empty
    assert " have 0" in view.sentence


@pytest.mark.parametrize("chart", CHARTS)
def test_days_that_were_noted_apart_are_no_days_with_both(chart: str) -> None:
    apart = {
        id: Answers(*(part[(noted.days % 2 == 0) == (id == "pain")] for part in _parts(noted)))
        for id, noted in cycling(200).items()
    }
    assert view_of(chart, apart).is_empty


def _parts(noted: Answers) -> tuple[np.ndarray, ...]:
    return noted.days, noted.values, noted.hollow, noted.copied


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize(("width", "scale"), SIZES)
def test_a_year_is_drawn_without_texts_on_each_other(
    chart: str, width: float, scale: float
) -> None:
    view = view_of(chart, NOTED, triggers=EVENTS)
    figure, marks = drawn(view, width, scale)
    assert marks.marks.left.size == len(groups(view).places)
    assert_texts_stand_apart_and_inside(figure)


@pytest.mark.parametrize("chart", CHARTS)
def test_ten_years_are_counted_and_listed(chart: str) -> None:
    long = {id: diary(3650, seed=at) for at, id in enumerate(NOTED)}
    long["activity"] = diary(3650, seed=40, low=-2, high=2)
    view = view_of(chart, long, span=3650)
    assert len(view.table().rows) >= len(groups(view).places) > 0


def test_stress_is_followed_for_three_days_and_so_is_pain() -> None:
    view = view_of("stress_and_pain", cycling(200))
    # The most stressful day of four has pain 8, and 2, 4 and 6 follow it.
    assert means(view) == pytest.approx([8.0, 2.0, 4.0, 6.0])
    assert means(view, series=1) == pytest.approx([2.0, 4.0, 6.0, 8.0])
    assert means(view, panel=1) == pytest.approx([7.0, 1.0, 3.0, 5.0])
    assert means(view, panel=1, series=1) == pytest.approx([1.0, 3.0, 5.0, 7.0])
    assert view.sentence == (
        "Pain averaged 2.0 the day after more stressful days, 4.0 after calmer ones."
        " Stress averaged 1.0 the day after worse days, 3.0 after better ones."
    )
    assert "this cannot tell which came first" in view.detail
    assert "200 days with both" in view.detail
    assert [series.name for series in groups(view).panels[0].series] == [
        "Stress 7 or more",
        "Stress 1 or less",
    ]


@pytest.mark.parametrize("chart", CHARTS[:3])
def test_an_estimate_stands_beside_plain_averages(chart: str) -> None:
    view = view_of(chart, NOTED)
    assert view.detail.startswith(("No clear link once weekday", "Stress", "Stomach", "Activity"))
    assert "eekday, slow drift and the days before are taken into account" in view.detail


def test_a_stressful_event_makes_a_day_a_stressful_one() -> None:
    noted = cycling(200)
    calm = [ago for ago in range(100) if -ago % 4 == 0]
    ticked = {"stressful_event": answers(dict.fromkeys(calm, 1.0))}
    more, less = groups(view_of("stress_and_pain", noted, triggers=ticked)).panels[0].series
    assert more.name == "Stress 7 or more, or a stressful event"
    assert more.groups[0].n == 75
    assert less.groups[0].n == 25


def test_the_worse_days_of_energy_are_those_with_little_of_it() -> None:
    noted = {**cycling(200), "energy_evening": cycling(200)["pain"]}
    panel = groups(view_of("stress_and_pain", noted, measure="energy_evening")).panels[1]
    assert [series.name for series in panel.series] == [
        "Energy, evening 2 or less",
        "Energy, evening 8 or more",
    ]


def test_a_direction_that_cannot_be_told_is_left_out() -> None:
    noted = {**cycling(200), "stress": answers(dict.fromkeys(range(200), 4.0))}
    view = view_of("stress_and_pain", noted)
    assert [panel.title for panel in groups(view).panels] == ["Stress after worse and better days"]
    same = {**noted, "pain": noted["stress"]}
    assert view_of("stress_and_pain", same).sentence == (
        "These days were too alike to be set side by side."
    )


def test_days_after_which_nothing_was_noted_are_no_way_to_be_told() -> None:
    gaps = {
        id: answers({ago: float(ago % 5) for ago in range(0, 365, 3)}) for id in ("pain", "stress")
    }
    assert view_of("stress_and_pain", gaps).is_empty


@pytest.mark.parametrize("measure", ["sleep_quality", "stress", "sleep_hours", "steps"])
def test_what_cannot_follow_from_the_day_gives_way_to_pain(measure: str) -> None:
    view = view_of("stress_and_pain", {**NOTED, measure: diary(365, seed=2)}, measure=measure)
    assert view.title == "Stress and pain, both ways round"


def test_the_stomach_has_three_kinds_of_days() -> None:
    view = view_of("gut_and_pain", NOTED)
    same, following = groups(view).panels
    assert [column.replace("\N{NO-BREAK SPACE}", " ") for column in same.columns] == [
        "calm, 2 or less",
        "in between",
        "upset, 4 or more",
    ]
    assert following.title == "Pain the day after"
    assert sum(group.n for group in same.series[0].groups) <= 365
    assert "Which came first cannot be told from one day." in view.detail
    assert groups(view).compact().panels == (same,)


def test_a_stomach_without_days_in_between_has_two_kinds() -> None:
    noted = {**cycling(200), "gut": answers({ago: float(ago % 3 * 3) for ago in range(200)})}
    view = view_of("gut_and_pain", noted)
    assert len(groups(view).panels[0].columns) == 3
    two = answers({ago: (0.0, 1.0, 6.0)[min(ago % 40, 2)] for ago in range(200)})
    assert view_of("gut_and_pain", {**noted, "gut": two}).sentence


def test_a_stomach_that_is_always_the_same_is_said_so() -> None:
    noted = {**cycling(200), "gut": answers(dict.fromkeys(range(200), 2.0))}
    view = view_of("gut_and_pain", noted)
    assert view.is_empty
    assert view.sentence == "The stomach was much the same on these days."


def test_activity_is_followed_for_two_days() -> None:
    view = view_of("activity_and_pain", cycling(200))
    # Less active goes with pain 2, more active with 6 and 8: the days after are 4, and 8 and 2.
    assert means(view) == pytest.approx([4.0, 6.0, 5.0], abs=0.1)
    assert means(view, panel=1) == pytest.approx([6.0, 8.0, 3.0], abs=0.1)
    assert (
        view.sentence
        == "Pain averaged 5.0 the day after more active days, 4.0 after less active ones."
    )
    assert "exercise helps many people" in view.detail


def test_what_was_brought_in_between_two_steps_counts_as_the_nearer_one() -> None:
    between = (-0.6, 0.4, 0.5, -0.4)
    noted = {
        **cycling(200),
        "activity": answers({ago: between[-ago % 4] for ago in range(200)}),
    }
    panel = groups(view_of("activity_and_pain", noted)).panels[0]
    assert [group.n for group in panel.series[0].groups] == [49, 100, 50]


def test_days_that_were_never_less_active_are_missing() -> None:
    noted = {**cycling(200), "activity": answers({ago: float(ago % 2) for ago in range(200)})}
    view = view_of("activity_and_pain", noted)
    assert view.is_empty
    assert view.sentence.endswith("are needed here; you have 100 and 0.")


def test_areas_and_senses_are_set_beside_harder_days() -> None:
    view = view_of("spread_and_pain", cycling(200))
    assert view.sentence == ("On harder days 11.0 areas hurt, on easier ones 2.0.")
    assert view.detail.startswith("Harder days: Pain 8 or more; easier ones: Pain 2 or less.")
    assert "harder days: Sound 4.0; easier days: Sound 1.0." in view.description
    assert view.detail.endswith("None of it measures sensitization.")


def test_the_harder_days_of_energy_are_those_with_little_of_it() -> None:
    noted = {**cycling(200), "energy_evening": cycling(200)["pain"]}
    view = view_of("spread_and_pain", noted, measure="energy_evening")
    assert view.sentence.startswith("On harder days 2.0 areas hurt, on easier ones 11.0.")


def test_body_maps_alone_or_senses_alone_are_enough() -> None:
    noted = cycling(200)
    maps = view_of("spread_and_pain", {id: noted[id] for id in ("pain", "pain_areas")})
    senses = view_of("spread_and_pain", {id: noted[id] for id in ("pain", "sensitivity_sound")})
    assert [panel.title for panel in groups(maps).panels] == ["Painful areas, of 19"]
    assert [panel.title for panel in groups(senses).panels] == ["Bothered more than usual by"]
    assert senses.sentence == "Bothered on harder and easier days: sound 4.0 and 1.0."


def test_the_most_that_was_noted_is_counted() -> None:
    noted = cycling(200)
    few = {"pain": noted["pain"], "pain_areas": answers(dict.fromkeys(range(10), 5.0))}
    assert view_of("spread_and_pain", few).sentence == (
        "30 days with both pain and a body map, or light and sound, are needed here; you have 10."
    )


@pytest.mark.parametrize("pain", [5.0, None])
def test_areas_of_days_that_were_all_alike_are_not_set_side_by_side(pain: float | None) -> None:
    alike = answers({ago: pain if pain else float(ago < 4) for ago in range(200)})
    view = view_of("spread_and_pain", {**cycling(200), "pain": alike})
    assert view.sentence == "These days were too alike to be set side by side."


def test_maps_of_days_in_between_say_nothing_of_hard_ones() -> None:
    noted = cycling(200)
    middling = [ago for ago in range(200) if -ago % 4 in {1, 2}]
    maps = {"pain": noted["pain"], "pain_areas": answers(dict.fromkeys(middling, 5.0))}
    assert view_of("spread_and_pain", maps).is_empty
