"""Level shifts of a trend: drawn as thin steps, said in words and in the table, and not explained.

The rule that finds them is tested with the analysis.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.figure import Figure

from fibrojournal.analysis.grid import Answers
from fibrojournal.charts import style
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.trend_view import TrendView, level_shifts, trend_view
from fibrojournal.journal.measures import MEASURE_BY_ID
from fibrojournal.tokens import THEMES, tokens
from tests.charts.charted import text_boxes
from tests.charts.diaries import END, answers, diary

SHIFT = date(2026, 1, 22)


def shifted(days: int = 150) -> Answers:
    """Pain moves between 2 and 4, and from 50 days ago on between 5 and 7."""
    return answers({ago: (3.0 if ago >= 50 else 6.0) + ago % 3 - 1 for ago in range(days)})


def view(recorded: Answers, days: int = 120) -> TrendView:
    return trend_view(
        [(MEASURE_BY_ID["pain"], recorded)],
        END - timedelta(days=days - 1),
        END,
        today=END,
        shifts={"pain": level_shifts(recorded)},
    )


def drawn(one: TrendView, theme: str = "light", width: float = 690) -> Figure:
    from matplotlib import rc_context

    figure = Figure((width / 72, one.height(width, 1) / 72), dpi=72)
    look = style.Look(tokens(theme))
    with rc_context(style.parameters(look)):
        one.draw(figure, look)
    return figure


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts if text.get_gid() == "shift"]


def test_a_shift_is_said_with_its_day_its_size_and_both_levels() -> None:
    one = view(shifted())
    sentence = (
        "From about 22 January on, pain averaged 6.0, 3.0 higher than in the weeks before (3.0)."
        " This says when, and not why."
    )
    assert sentence in one.detail
    assert sentence in one.description


def test_the_table_and_the_read_out_mark_its_day() -> None:
    one = view(shifted())
    row = one.table().rows[(SHIFT - one.start).days]
    assert row[-1] == "pain about 3.0 higher from here on"
    assert "Pain about 3.0 higher from here on." not in one.day_text(SHIFT - timedelta(days=1))
    assert "pain about 3.0 higher from here on." in one.day_text(SHIFT)


@pytest.mark.parametrize("theme", THEMES)
def test_it_is_a_step_between_the_two_levels(theme: str) -> None:
    figure = drawn(view(shifted()), theme)
    step = next(line for line in figure.axes[0].lines if line.get_gid() == "shift")
    days, levels = (np.asarray(data) for data in (step.get_xdata(), step.get_ydata()))
    assert levels[:4].tolist() == pytest.approx([3, 3, 6, 6], abs=0.05)
    assert days[1] == days[2] == day_number(SHIFT) - 0.5
    assert texts(figure) == ["from about 22 Jan: 3.0 higher"]


def test_a_shift_out_of_view_is_neither_drawn_nor_said() -> None:
    one = view(shifted(), 30)
    assert "From about" not in one.description
    assert not texts(drawn(one))


def test_more_than_a_year_names_the_year() -> None:
    assert texts(drawn(view(shifted(500), 400))) == ["from about 22 Jan 2026: 3.0 higher"]


@pytest.mark.parametrize("days", [0, 1, 6, 19])
def test_few_days_have_none(days: int) -> None:
    assert level_shifts(answers({ago: float(ago) for ago in range(days)})) == ()


def test_copied_days_make_none() -> None:
    copied = answers({ago: 3.0 if ago > 50 else 8.0 for ago in range(100)}, copied=range(51))
    assert level_shifts(copied) == ()


@pytest.mark.parametrize("width", [330, 900])
def test_its_words_stand_in_the_picture_and_on_no_other_words(width: float) -> None:
    figure = drawn(view(shifted()), width=width)
    figure.canvas.draw()
    boxes = [box for _text, box in text_boxes(figure)]
    for at, box in enumerate(boxes):
        assert box.x0 >= -1
        assert box.x1 <= width + 1
        assert not any(box.overlaps(other.padded(-1)) for other in boxes[:at])


def test_a_crowded_picture_leaves_the_words_to_the_description() -> None:
    noisy = diary(3650, seed=4)
    one = view(noisy, 3650)
    drawn(one, width=330)
    assert one.description.count("From about") == len(one.panels[0].shifts)
