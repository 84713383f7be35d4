"""A person's own network as a picture: drawn, listed and said alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

from fibrojournal.charts import network_words as words
from fibrojournal.charts.network_view import NetworkView, network_view
from fibrojournal.charts.saving import FORMS, picture_bytes
from fibrojournal.insights.links import Links
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.journal.questions import Questions, own_measure
from fibrojournal.tokens import tokens
from tests.charts.charted import assert_plain, assert_well_drawn, drawn, text_boxes, texts
from tests.charts.networks import CROWDED, LOOPED, link, links, looped_by_night, tie, too_early

ONE_ARROW = links([link("stress", "pain")])
TIES_ALONE = links(ties=[tie("stress", "pain"), tie("pain", "fog")])
ALL = {"looped": LOOPED, "crowded": CROWDED, "one arrow": ONE_ARROW, "no arrow": TIES_ALONE}


def lines(figure: Figure, gid: str) -> int:
    return sum(line.get_gid() == gid for axes in figure.axes for line in axes.lines)


def shapes(figure: Figure, gid: str) -> list[PathPatch]:
    return [
        patch
        for axes in figure.axes
        for patch in axes.patches
        if isinstance(patch, PathPatch) and patch.get_gid() == gid
    ]


def at_part(view: NetworkView, id: str) -> int:
    return [part.id for part in view.parts].index(id)


def at_link(view: NetworkView, source: str, target: str) -> int:
    pairs = [(one.source.id, one.target.id) for one in view.links]
    return len(view.parts) + pairs.index((source, target))


@pytest.mark.parametrize(
    "view",
    [
        network_view(LOOPED),
        network_view(CROWDED).choosing(0),
        network_view(ONE_ARROW),
    ],
    ids=["looped", "crowded", "one arrow"],
)
def test_all_of_it_has_room(view: NetworkView) -> None:
    assert_well_drawn(view)


@pytest.mark.parametrize("found", ALL.values(), ids=ALL)
def test_its_words_are_plain(found: Links) -> None:
    assert_plain(network_view(found))


@pytest.mark.parametrize("found", ALL.values(), ids=ALL)
def test_drawn_listed_and_found_are_the_same(found: Links) -> None:
    view = network_view(found)
    figure, marks = drawn(view)
    solid = sum(one.is_solid for one in found.links)
    assert lines(figure, "arrow") == solid
    assert lines(figure, "possible arrow") == len(found.links) - solid
    assert len(view.table().rows) == len(found.links) + len(found.ties)
    assert marks.marks.left.size == len(view.parts) + len(found.links)
    joined = {part.id for one in found.links for part in (one.source, one.target)}
    assert len(shapes(figure, "part")) == len(joined or found.parts)


def test_what_no_arrow_joins_is_named_and_left_out() -> None:
    view = network_view(LOOPED)
    assert "mood" not in {part.id for part in view.parts}
    assert view.detail.endswith("No arrow leads to or from mood.")
    bare = network_view(TIES_ALONE)
    assert bare.parts == TIES_ALONE.parts


def test_what_went_together_is_drawn_for_what_is_chosen() -> None:
    view = network_view(LOOPED)
    assert not lines(drawn(view)[0], "tie")
    assert lines(drawn(view.choosing(at_part(view, "pain")))[0], "tie") == 1
    assert lines(drawn(network_view(TIES_ALONE))[0], "tie") == 1  # all as one


def test_a_possible_arrow_is_dotted_with_a_hollow_head() -> None:
    figure, _marks = drawn(network_view(LOOPED))
    surface = tokens("light").color("surface").lower()
    (dotted,) = [
        line for axes in figure.axes for line in axes.lines if line.get_gid() == "possible arrow"
    ]
    assert dotted.is_dashed()
    hollow = [_color(head) for head in shapes(figure, "possible arrow head")]
    assert hollow == [surface]
    assert surface not in [_color(head) for head in shapes(figure, "arrow head")]


def test_a_loop_is_marked_by_colour_and_by_words() -> None:
    figure, _marks = drawn(network_view(LOOPED))
    accent = tokens("light").color("accent").lower()
    assert [_color(head) for head in shapes(figure, "arrow head")].count(accent) == 2
    assert texts(figure, "loop") == ["Loop 1"]
    assert "may be a loop" in texts(figure, "meaning")


def test_a_night_and_its_day_close_a_loop_without_a_head() -> None:
    view = network_view(looped_by_night())
    figure, _marks = drawn(view)
    accent = tokens("light").color("accent").lower()
    assert [_color(head) for head in shapes(figure, "arrow head")].count(accent) == 1
    assert lines(figure, "loop step") == 1
    assert texts(figure, "loop") == ["Loop 1"]
    assert "a night and its day, no arrow" in texts(figure, "meaning")


def test_what_most_is_joined_to_comes_first_and_stands_in_the_middle() -> None:
    view = network_view(LOOPED)
    assert view.has_middle
    assert view.parts[0].id == "pain"
    assert not network_view(links([link("stress", "pain")])).has_middle


def test_differences_stand_on_what_is_chosen_alone() -> None:
    view = network_view(LOOPED)
    assert not texts(drawn(view)[0], "difference")
    chosen = view.choosing(at_link(view, "stress", "pain"))
    assert texts(drawn(chosen)[0], "difference") == ["+0.8"]
    pain = view.choosing(at_part(view, "pain"))
    assert len(texts(drawn(pain)[0], "difference")) == 5


def test_an_arrow_is_pointed_at_by_its_difference() -> None:
    view = network_view(LOOPED)
    for chosen in (at_link(view, "stress", "pain"), at_part(view, "pain")):
        figure, found = drawn(view.choosing(chosen))
        said = [box for words, box in text_boxes(figure) if words == "+0.8"]
        mark = found.marks.at(at_link(view, "stress", "pain"))
        assert len(said) == 1
        assert mark.left <= said[0].x0 < said[0].x1 <= mark.right
        assert mark.bottom <= said[0].y0 < said[0].y1 <= mark.top


def test_two_arrows_between_the_same_parts_lie_apart() -> None:
    view = network_view(links([link("pain", "fog"), link("fog", "pain")]))
    figure, marks = drawn(view)
    assert lines(figure, "arrow") == 2
    boxes = marks.marks
    assert not np.allclose(
        (boxes.left[2], boxes.bottom[2]), (boxes.left[3], boxes.bottom[3]), atol=6
    )


def test_a_part_is_read_out_with_what_it_is_joined_to() -> None:
    view = network_view(LOOPED)
    assert view.read_out(at_part(view, "pain")) == (
        "Pain. It tended to come before sleep quality and fatigue."
        " It tended to follow sleep quality, stress and “Travel”."
        " It went together with fatigue."
    )
    at = at_link(view, "stress", "pain")
    assert view.read_out(at) == words.sentence_of(LOOPED.questions, LOOPED.links[2])
    assert view.part_at(at).id == "stress"
    assert view.part_at(0) is view.parts[0]


def test_an_arrow_is_a_row_with_interval_and_label() -> None:
    table = network_view(LOOPED).table()
    assert table.headers[4:6] == ("Likely between", "How sure")
    assert table.rows[1] == (
        "Poor sleep",
        "Pain",
        "1.3 higher",
        "two days later",
        "0.7 and 2.0",
        "likely",
        "200",
    )
    assert table.rows[-1][2] == "one high, the other low"


def test_nothing_is_said_of_parts_where_all_are_drawn() -> None:
    assert network_view(ONE_ARROW).detail == words.detail(ONE_ARROW)


def test_what_it_shows_is_told_to_readers_of_the_screen() -> None:
    told = network_view(LOOPED).description
    assert told.startswith("Pain and poor sleep may feed each other.")
    assert told.count("A solid arrow") == 4
    assert network_view(CROWDED).description.endswith("The list holds all 31 arrows.")


def test_a_long_name_of_ones_own_has_room() -> None:
    own = own_measure("own:long", "Unaussprechlichkeitsempfindlichkeitsstoerungen of mine")
    one = replace(link("pain", "fog"), target=own)
    found = replace(
        links(), questions=Questions((own,)), links=(one,), parts=(MEASURE_BY_ID["pain"], own)
    )
    view = network_view(found)
    assert_well_drawn(view)
    assert any(line.endswith("…") for line in texts(drawn(view, width=330)[0], "name"))


def test_the_same_network_gives_the_same_picture() -> None:
    one, other = (
        picture_bytes(network_view(LOOPED), tokens("light"), "svg") for _again in range(2)
    )
    assert one == other


@pytest.mark.parametrize("form", FORMS)
def test_it_can_be_kept_as_a_picture(form: str) -> None:
    assert len(picture_bytes(network_view(ONE_ARROW), tokens("quiet"), form)) > 1000


def test_without_anything_to_draw_words_stand_alone() -> None:
    for found in (links(), too_early(40)):
        view = network_view(found)
        assert view.is_empty
        assert not view.table().rows
        assert_plain(view)


def _color(patch: PathPatch) -> str:
    red, green, blue = (round(255 * part) for part in list(patch.get_facecolor())[:3])  # type: ignore[arg-type]
    return f"#{red:02x}{green:02x}{blue:02x}"
