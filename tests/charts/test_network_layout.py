"""The ring of a network: room for all, few crossings, curves that pass by what is not theirs."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from fibrojournal.charts.network_layout import Ring, in_order, mark_places, middle_of, ring

BOX, GAP = (100.0, 60.0), 30.0


def placed(count: int, width: float, *, has_middle: bool = False) -> Ring:
    return ring([BOX[1]] * count, width, BOX[0], GAP, has_middle=has_middle)


@pytest.mark.parametrize("width", [330.0, 664.0, 900.0])
@pytest.mark.parametrize("count", [1, 2, 7, 18])
@pytest.mark.parametrize("has_middle", [False, True])
def test_no_two_boxes_meet_and_none_leaves(count: int, width: float, *, has_middle: bool) -> None:
    found = placed(count, width, has_middle=has_middle)
    boxes = [found.at(at) for at in range(count)]
    for one, other in combinations(boxes, 2):
        apart_x = abs(one.left - other.left) >= BOX[0] + GAP / 2 - 1
        assert apart_x or abs(one.bottom - other.bottom) >= BOX[1] + GAP / 2 - 1
    assert min(box.left for box in boxes) >= 0
    assert max(box.right for box in boxes) <= width
    assert min(box.bottom for box in boxes) >= 0
    assert max(box.top for box in boxes) <= found.height


@pytest.mark.parametrize("has_middle", [False, True])
def test_curves_pass_by_what_is_not_theirs(*, has_middle: bool) -> None:
    found = placed(12, 664, has_middle=has_middle)
    for pair in combinations(range(12), 2):
        curve = found.curve(pair, 0.0)
        for at in range(12):
            box = found.at(at)
            x, y = curve.T
            inside = (x > box.left) & (x < box.right) & (y > box.bottom) & (y < box.top)
            assert not inside.any(), (pair, at)


def test_a_curve_ends_just_before_its_parts() -> None:
    found = placed(6, 664)
    curve = found.curve((0, 3), 0.0)
    assert found.at(0).wider(9, 9).bottom < curve[0][1] < found.at(0).bottom
    assert found.at(3).top < curve[-1][1] < found.at(3).wider(9, 9).top


def test_boxes_that_nearly_touch_still_have_a_curve() -> None:
    found = ring([60.0, 60.0], 120, 100.0, 2.0)
    assert len(found.curve((0, 1), 0.0)) > 1


def test_what_most_is_joined_to_stands_in_the_middle() -> None:
    assert middle_of(5, [(1, 0), (2, 1), (1, 3), (4, 3)]) == 1
    found = placed(9, 664, has_middle=True)
    assert (found.xs[0], found.ys[0]) == (332, found.height / 2)


def test_without_three_arrows_or_room_for_three_nothing_does() -> None:
    assert middle_of(5, [(0, 1), (2, 3), (3, 4)]) is None
    assert middle_of(3, [(0, 1), (1, 0), (0, 2)]) is None
    assert middle_of(0, []) is None
    assert placed(9, 330, has_middle=True).xs[0] == placed(9, 330).xs[0]


def test_a_lower_box_is_left_sooner() -> None:
    found = ring([60.0, 30.0, 60.0], 664, 100.0, GAP)
    assert found.at(1).height == 30
    assert found.at(2).height == 60


def test_parts_are_ordered_so_that_arrows_do_not_cross() -> None:
    crossing = [(0, 2), (1, 3)]
    order = in_order(4, crossing)
    place = {part: at for at, part in enumerate(order)}
    one, other = (sorted((place[a], place[b])) for a, b in crossing)
    assert not one[0] < other[0] < one[1] < other[1]
    assert not other[0] < one[0] < other[1] < one[1]


def test_what_is_not_joined_stays_where_it_was() -> None:
    assert in_order(5, []) == (0, 1, 2, 3, 4)
    assert in_order(3, [(0, 1)]) == (0, 1, 2)
    assert sorted(in_order(9, [(0, 8), (3, 5), (5, 3), (2, 7)])) == list(range(9))


def test_marks_on_curves_keep_apart() -> None:
    found = placed(4, 400)
    crossing = [found.curve(pair, 0.0) for pair in ((0, 2), (1, 3), (0, 2))]
    places = np.array(mark_places(crossing, [found.at(at) for at in range(4)]))
    for one, other in combinations(places, 2):
        assert np.hypot(*(one - other)) > 20


def test_a_few_parts_stand_near_each_other() -> None:
    assert ring([50.0] * 2, 700, 100, 26).height == 200
    assert ring([50.0] * 8, 700, 100, 26).height == 360
