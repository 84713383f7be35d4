"""What is marked on a body map, and what several maps say together."""

from __future__ import annotations

from datetime import timedelta

from fibrojournal.journal.body_maps import (
    areas_of_week,
    composite,
    copied,
    marked,
    unmarked,
    with_strength,
)
from fibrojournal.journal.day import BodyMap, Day, Origin
from tests.journal.build import DAY, EVENING


def mapped(back: int, *areas: str, origin: Origin = Origin.TYPED) -> Day:
    body_map = BodyMap(dict.fromkeys(areas), EVENING, origin)
    return Day(DAY - timedelta(days=back), body_map=body_map)


def test_the_first_mark_makes_the_map() -> None:
    assert marked(None, "neck", EVENING) == BodyMap({"neck": None}, EVENING)


def test_another_mark_keeps_the_strengths_of_the_others() -> None:
    before = BodyMap({"neck": 6.0}, EVENING)
    assert marked(before, "chest", EVENING).areas == {"neck": 6.0, "chest": None}


def test_changing_a_copy_makes_it_an_answer_of_its_own() -> None:
    copy = copied(BodyMap({"neck": 6.0, "chest": None}, EVENING), EVENING)
    assert copy.origin is Origin.COPIED
    smaller = unmarked(copy, "chest", EVENING)
    assert smaller == BodyMap({"neck": 6.0}, EVENING)


def test_taking_the_last_mark_back_leaves_no_answer() -> None:
    assert unmarked(BodyMap({"neck": None}, EVENING), "neck", EVENING) is None


def test_a_strength_is_that_of_one_area() -> None:
    before = BodyMap({"neck": None, "chest": 2.0}, EVENING)
    assert with_strength(before, "neck", 7.0, EVENING).areas == {"neck": 7.0, "chest": 2.0}
    assert with_strength(before, "chest", None, EVENING).areas == {"neck": None, "chest": None}


def test_a_composite_counts_the_days_on_which_an_area_hurt() -> None:
    days = [mapped(0, "neck", "chest"), mapped(1, "neck"), mapped(2), Day(DAY - timedelta(days=3))]
    over = composite(days)
    assert (over.days, over.copies) == (3, 0)
    assert over.hurt == {"neck": 2, "chest": 1}
    assert over.share("neck") == 2 / 3
    assert over.share("jaw_left") == 0.0


def test_a_composite_leaves_copies_out() -> None:
    over = composite([mapped(0, "neck"), mapped(1, "neck", origin=Origin.COPIED)])
    assert (over.days, over.copies, over.hurt) == (1, 1, {"neck": 1})


def test_a_composite_averages_the_strengths_that_were_noted() -> None:
    days = [
        Day(DAY, body_map=BodyMap({"neck": strength}, EVENING)) for strength in (4.0, None, 7.0)
    ]
    assert composite(days).strength == {"neck": 5.5}


def test_seven_maps_are_enough_for_a_picture() -> None:
    days = [mapped(back, "neck") for back in range(7)]
    assert composite(days).is_fair
    assert not composite(days[1:]).is_fair


def test_the_areas_of_a_week_are_all_that_hurt_in_it() -> None:
    days = [mapped(back) for back in range(5)] + [mapped(5, "neck"), mapped(6, "neck", "chest")]
    days.append(mapped(7, "jaw_left"))
    assert areas_of_week(days, DAY) == frozenset({"neck", "chest"})


def test_a_week_with_a_day_without_a_map_says_nothing() -> None:
    assert areas_of_week([mapped(back, "neck") for back in range(6)], DAY) is None


def test_a_copy_does_not_complete_a_week() -> None:
    days = [mapped(back) for back in range(6)] + [mapped(6, "neck", origin=Origin.COPIED)]
    assert areas_of_week(days, DAY) is None
