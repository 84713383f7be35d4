from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from fibrojournal.charts.burning import BurningView
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.day import BodyMap, Day, Origin, Reading
from fibrojournal.tokens import THEMES
from tests.charts.charted import texts
from tests.charts.diaries import END, answers, diary
from tests.charts.made_up import (
    SIZES,
    assert_texts_stand_apart_and_inside,
    drawn,
    heights,
    lines,
    view_of,
)

NOW = stamp_of(datetime(2026, 1, 1, tzinfo=UTC))
STEADY = dict.fromkeys(range(60), 4.0)


def a_day(
    ago: int,
    *areas: str,
    burning: float | None = 3.0,
    origin: Origin = Origin.TYPED,
    map_origin: Origin = Origin.TYPED,
) -> Day:
    readings = {} if burning is None else {"burning": Reading(burning, NOW, origin)}
    made = BodyMap(dict.fromkeys(areas), NOW, map_origin)
    return Day(END - timedelta(days=ago), readings, body_map=made)


def burning(
    noted: dict[int, float],
    days: Iterable[Day] = (),
    heat: dict[int, float] | None = None,
    span: int = 90,
) -> BurningView:
    series = {"burning": answers(noted), "sensitivity_temperature": answers(heat or {})}
    view = view_of("burning", series, days=list(days), span=span)
    assert isinstance(view, BurningView)
    return view


def test_heat_and_cold_stand_under_it_where_they_were_noted() -> None:
    both = burning(STEADY, heat={3: 5.0})
    assert both.title == "Burning, tingling and heat or cold over time"
    assert [panel.measure.id for panel in both.trend.panels] == [
        "burning",
        "sensitivity_temperature",
    ]
    assert burning(STEADY).title == "Burning, tingling over time"
    assert burning(STEADY, heat={400: 5.0}).title == "Burning, tingling over time"


@pytest.mark.parametrize("days", [1, 6])
def test_few_days_are_dots(days: int) -> None:
    view = burning(dict.fromkeys(range(days), 4.0))
    assert view.sentence == f"7 days draw a first line; you have {days}."
    figure, _marks = drawn(view)
    assert lines(figure, "mean") == []
    assert heights(*lines(figure, "day")).size == days
    assert texts(figure, "places") == []


def test_no_burning_is_a_sentence() -> None:
    view = burning({})
    assert view.is_empty
    assert view.sentence.startswith("Your days will appear here.")
    assert burning({}, heat=STEADY).is_empty


def test_it_says_what_symptoms_cannot_tell() -> None:
    caution = "Symptoms cannot tell whose small nerve fibres have changed."
    assert burning(STEADY).detail.endswith(caution)
    assert burning(STEADY).description.endswith(caution)


def test_places_are_counted_on_days_with_burning_and_a_map() -> None:
    days = [
        *(a_day(ago, "neck", "lower_back") for ago in range(10)),
        *(a_day(ago, "neck") for ago in range(10, 14)),
        a_day(14),
        a_day(15, "jaw_left", burning=0.0),
        a_day(16, "jaw_left", burning=None),
        a_day(17, "jaw_left", origin=Origin.COPIED),
        a_day(18, "jaw_left", map_origin=Origin.COPIED),
    ]
    view = burning(STEADY, days)
    assert view.mapped == 15
    assert [place.label for place in view.places] == ["Neck, 14 days", "Lower back, 10 days"]
    assert view.heading == "Where it hurt, 15 days with burning and a body map"
    assert f"{view.heading}: Neck, 14 days; Lower back, 10 days." in view.description
    figure, _marks = drawn(view)
    assert texts(figure, "place") == ["Neck, 14 days", "Lower back, 10 days"]
    full, part = (
        np.ptp(np.asarray(lines(figure, gid)[0].get_xdata(), float))
        for gid in ("all days", "share")
    )
    assert part / full == pytest.approx(14 / 15)


def test_seven_maps_are_too_few_to_count_places() -> None:
    view = burning(STEADY, [a_day(ago, "neck") for ago in range(7)])
    assert view.places == ()
    assert view.height(690, 1.0) == view.trend.height(690, 1.0)


def test_the_five_places_that_hurt_most_are_listed() -> None:
    areas = ("neck", "chest", "abdomen", "lower_back", "upper_back", "hip_left")
    view = burning(STEADY, [a_day(ago, *areas[: 1 + ago % 6]) for ago in range(24)])
    assert [place.label.split(",")[0] for place in view.places] == [
        "Neck",
        "Chest",
        "Abdomen",
        "Lower back",
        "Upper back",
    ]


def test_a_day_says_where_it_hurt() -> None:
    view = burning(STEADY, [a_day(0, "neck", "chest"), a_day(1)])
    assert view.opens_days
    assert view.day_at(89) == END
    assert view.read_out(89).endswith("Marked on the body map: Neck, Chest.")
    assert view.read_out(88).endswith("Marked on the body map: nowhere.")
    assert "body map" not in view.read_out(87)
    table = view.table()
    assert table.headers[-1] == "Where it hurt"
    assert [row[-1] for row in table.rows[-3:]] == ["", "nowhere", "Neck, Chest"]
    assert len(table.days) == len(table.rows) == 90


def test_a_mark_is_a_day() -> None:
    view = burning(STEADY, [a_day(ago, "neck") for ago in range(20)])
    _figure, marks = drawn(view)
    assert marks.marks.left.size == 90
    assert marks.marks.at(0).bottom > 2 * 31  # the list of places lies under them


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("width", "scale"), SIZES)
def test_no_text_stands_on_another(theme: str, width: float, scale: float) -> None:
    days = [a_day(ago, "neck", "lower_leg_right", "shoulder_right") for ago in range(20)]
    view = burning(STEADY, days, heat=STEADY)
    figure, _marks = drawn(view, width, scale, theme)
    assert_texts_stand_apart_and_inside(figure)


def test_ten_years_are_drawn() -> None:
    series = {"burning": diary(3650), "sensitivity_temperature": diary(3650, seed=3)}
    _figure, marks = drawn(view_of("burning", series, span=3650))
    assert marks.marks.left.size == 3650
