"""The general picture, from research alone."""

from __future__ import annotations

from fibrojournal.charts.research_view import Strand, research_view
from tests.charts.charted import assert_plain, assert_well_drawn, drawn, texts

STRANDS = (
    Strand("sleep", "Sleep", "A", "Established", "Poor sleep and pain go together."),
    Strand("immune", "Immune system", "B", "Probable", "Small shifts."),
    Strand("hpa_axis", "Stress hormones and rhythm", "D", "Contested", "Studies disagree."),
    Strand("gut_brain", "Gut and brain", "A", "Established", "Irritable bowels are common."),
)
VIEW = research_view(STRANDS, "The general picture.", "Yours may appear from day 90.")


def test_only_what_is_well_shown_has_a_dashed_line() -> None:
    figure, found = drawn(VIEW)
    dashed = [line for axes in figure.axes for line in axes.lines if line.get_gid() == "dashed"]
    assert len(dashed) == 3
    assert all(line.is_dashed() for line in dashed)
    assert found.marks.left.size == len(STRANDS)


def test_no_line_has_a_head() -> None:
    figure, _found = drawn(VIEW)
    heads = [
        patch
        for axes in figure.axes
        for patch in axes.patches
        if str(patch.get_gid()).endswith("head")
    ]
    assert not heads


def test_every_strand_has_its_grade() -> None:
    figure, _found = drawn(VIEW)
    assert texts(figure, "note") == [
        "A · Established",
        "B · Probable",
        "D · Contested",
        "A · Established",
    ]
    assert VIEW.read_out(2) == (
        "Stress hormones and rhythm. Is it linked? Contested (D). Studies disagree."
    )
    assert VIEW.table().rows[1] == ("Immune system", "Probable", "B", "Small shifts.")


def test_readers_of_the_screen_hear_what_is_linked() -> None:
    assert VIEW.description.endswith(
        "Research links these with fibromyalgia: Sleep, Immune system, Gut and brain."
    )


def test_all_of_it_has_room_and_is_plain() -> None:
    assert not VIEW.is_empty
    assert_well_drawn(VIEW)
    assert_plain(VIEW)
