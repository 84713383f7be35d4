"""Where it hurt: the figure, the list and the table count the same body maps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from matplotlib.colors import same_color

from fibrojournal.charts import body_shapes
from fibrojournal.charts.body_view import BodyView, of_material
from fibrojournal.heat import heat_ramp, heat_step
from fibrojournal.journal.areas import AREAS
from fibrojournal.journal.day import BodyMap, Day, Origin
from fibrojournal.tokens import tokens
from tests.charts.charted import (
    NOTHING,
    STAMP,
    assert_plain,
    assert_well_drawn,
    drawn,
    material,
    scope,
    texts,
)
from tests.charts.diaries import END

EVERYWHERE = tuple(area.id for area in AREAS)


def seen(*maps: Sequence[str], strength: float | None = None, copies: int = 0) -> BodyView:
    days = [
        Day(END - timedelta(days=at), body_map=BodyMap(dict.fromkeys(areas, strength), STAMP))
        for at, areas in enumerate(maps)
    ]
    copied = BodyMap({"neck": None}, STAMP, Origin.COPIED)
    days += [Day(END - timedelta(days=40 + at), body_map=copied) for at in range(copies)]
    return of_material(material({"pain": NOTHING}, days=days), scope())


@pytest.mark.parametrize("maps", [0, 1, 6])
def test_too_few_maps_make_no_picture(maps: int) -> None:
    view = seen(*[["neck"]] * maps, copies=9)
    assert view.is_empty
    assert "7 days with" in view.sentence
    assert_plain(view)


def test_copied_maps_are_left_out() -> None:
    view = seen(*[["neck"]] * 7, copies=2)
    assert view.over.days == 7
    assert "2 copies are left out." in view.detail


def test_each_area_is_shaded_by_how_often_it_hurt() -> None:
    view = seen(*[["neck", "hip_left"]] * 4, *[["neck"]] * 4)
    figure, _found = drawn(view)
    ramp = heat_ramp(tokens("light"), "pain")
    fills = {patch.get_gid(): patch.get_facecolor() for patch in figure.axes[0].patches}
    for area, share in (("neck", 1.0), ("hip_left", 0.5), ("hip_right", 0.0)):
        assert same_color(fills[area], ramp[heat_step(share)])


def test_the_list_and_the_table_have_the_most_frequent_first() -> None:
    view = seen(*[["hip_left", "neck"]] * 4, *[["hip_left"]] * 4, strength=4.0)
    figure, _found = drawn(view)
    assert texts(figure, "area") == ["Left hip", "Neck"]
    assert texts(figure, "count") == ["8 of 8", "4 of 8"]
    rows = view.table().rows
    assert rows[0] == ("Left hip", "8 of 8", "4.0")
    assert rows[-1] == ("Right lower leg", "0 of 8", "")
    assert len(rows) == 19


def test_every_area_is_read_out_from_head_to_foot() -> None:
    view = seen(*[["neck"]] * 8, strength=4.0)
    assert view.read_out(2) == "Neck: 8 of 8 days. Mean strength 4.0."
    assert view.read_out(0) == "Left jaw: never marked."
    assert seen(*[["neck"]] * 8).read_out(2) == "Neck: 8 of 8 days."
    _figure, found = drawn(view)
    assert found.marks.left.size == len(AREAS)
    # The person's left lies at the right of the front view.
    assert found.marks.left[3] > found.marks.left[4]


def test_days_on_which_nothing_hurt_are_a_picture_too() -> None:
    view = seen(*[[]] * 8)
    assert view.sentence == "Nothing hurt on 8 days with a map."
    assert view.listed == []
    assert_well_drawn(view)
    assert_plain(view)


@pytest.mark.parametrize("maps", [8, 3650])
def test_it_is_drawn_well_at_every_size(maps: int) -> None:
    view = seen(*[EVERYWHERE] * maps)
    assert len(view.listed) == 10
    assert_well_drawn(view)
    assert_plain(view)


def test_words_name_the_sides_where_there_is_room() -> None:
    view = seen(*[["neck"]] * 8)
    figure, _found = drawn(view)
    assert texts(figure, "side") == ["right", "left", "left", "right"]
    large, _found = drawn(view, scale=2.0)
    assert texts(large, "side") == []


def test_a_very_narrow_list_goes_without_bars() -> None:
    figure, _found = drawn(seen(*[EVERYWHERE] * 8), width=330, scale=2.0)
    assert not [patch for patch in figure.axes[0].patches if patch.get_gid() == "share"]
    assert len(texts(figure, "count")) == 10


def test_head_and_jaws_join_without_a_gap() -> None:
    front = body_shapes.front()
    right, left = front.areas["jaw_left"], front.areas["jaw_right"]
    assert right.start == (0.0, 33.0)
    cut = right.pieces[0][0]
    assert cut[1] == pytest.approx(33.0)
    assert left.pieces[0][0] == (-cut[0], cut[1])
    corners = [piece[-1] for piece in front.rest[0].pieces]
    assert cut in corners
    assert (-cut[0], cut[1]) in corners
    assert "jaw_left" not in body_shapes.back().areas
