"""The ring of a network: room for all, few crossings, curves that pass by what is not theirs."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from fibrojournal.charts.network_layout import in_order, mark_places, ring

BOX, GAP = (100.0, 60.0), 30.0


@pytest.mark.parametrize("width", [330.0, 664.0, 900.0])
@pytest.mark.parametrize("count", [1, 2, 7, 18])
def test_no_two_boxes_meet_and_none_leaves(count: int, width: float) -> None:
    found = ring(count, width, BOX, GAP)
    boxes = [found.at(at) for at in range(count)]
    for one, other in combinations(boxes, 2):
        apart_x = abs(one.left - other.left) >= BOX[0] + GAP / 2 - 1
        assert apart_x or abs(one.bottom - other.bottom) >= BOX[1] + GAP / 2 - 1
    assert min(box.left for box in boxes) >= 0
    assert max(box.right for box in boxes) <= width
    assert min(box.bottom for box in boxes) >= 0
    assert max(box.top for box in boxes) <= found.height


def test_curves_pass_by_what_is_not_theirs() -> None:
    found = ring(12, 664, BOX, GAP)
    for pair in combinations(range(12), 2):
        curve = found.curve(pair, 0.0)
        for at in range(12):
            box = found.at(at)
            x, y = curve.T
            inside = (x > box.left) & (x < box.right) & (y > box.bottom) & (y < box.top)
            assert not inside.any(), (pair, at)


def test_a_curve_ends_just_before_its_parts() -> None:
    found = ring(6, 664, BOX, GAP)
    curve = found.curve((0, 3), 0.0)
    assert found.at(0).wider(9, 9).bottom < curve[0][1] < found.at(0).bottom
    assert found.at(3).top < curve[-1][1] < found.at(3).wider(9, 9).top


def test_boxes_that_nearly_touch_still_have_a_curve() -> None:
    found = ring(2, 120, (100.0, 60.0), 2.0)
    assert len(found.curve((0, 1), 0.0)) > 1


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
    found = ring(4, 400, BOX, GAP)
    crossing = [found.curve(pair, 0.0) for pair in ((0, 2), (1, 3), (0, 2))]
    places = np.array(mark_places(crossing, [found.at(at) for at in range(4)]))
    for one, other in combinations(places, 2):
        assert np.hypot(*(one - other)) > 20
