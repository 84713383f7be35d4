from __future__ import annotations

import pytest

from fibrojournal.analysis.through_day import Part, part_at, through_day


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (4.0, Part.WAKING),
        (9.9, Part.WAKING),
        (10.0, Part.NOON),
        (17.0, Part.AFTERNOON),
        (19.0, Part.BED),
        (23.9, Part.BED),
        (0.5, Part.BED),
        (3.9, Part.BED),
    ],
)
def test_an_hour_belongs_to_a_part_of_the_day(hour: float, part: Part) -> None:
    assert part_at(hour) is part


def test_a_day_may_begin_later_than_its_night_ends() -> None:
    assert part_at(5.0, day_starts=6.0) is Part.BED


def test_several_readings_of_one_part_count_once() -> None:
    first = [(1, Part.NOON, 2.0), (1, Part.NOON, 4.0), (1, Part.BED, 8.0)]
    found = through_day([*first, (2, Part.NOON, 5.0), (2, Part.BED, 6.0)])
    noon = found.parts[1]
    assert (noon.part, noon.n, noon.mean) == (Part.NOON, 2, 4.0)
    assert found.parts[3].mean == 7.0
    assert (found.parts[0].n, found.parts[0].mean, found.parts[0].usual) == (0, None, None)


def test_days_with_one_part_alone_are_left_out() -> None:
    found = through_day([(1, Part.NOON, 9.0), (2, Part.WAKING, 3.0), (2, Part.NOON, 5.0)])
    assert (found.days, found.parts[1].mean) == (1, 5.0)


@pytest.mark.parametrize(("days", "fair"), [(9, False), (10, True)])
def test_ten_days_are_fair(days: int, fair: bool) -> None:  # noqa: FBT001
    readings = [(day, part, 5.0) for day in range(days) for part in (Part.WAKING, Part.BED)]
    assert through_day(readings).is_fair is fair
