"""Charts made and drawn for tests: from made-up answers, without a journal, on a figure to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import numpy as np
from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from fibrojournal.analysis.grid import Answers, Recorded
from fibrojournal.charts import style
from fibrojournal.charts.axis import day_number
from fibrojournal.charts.canvas import new_canvas
from fibrojournal.charts.material import Material, Scope
from fibrojournal.charts.view import Drawn, View
from fibrojournal.journal.clock import stamp_of
from fibrojournal.journal.common import Common
from fibrojournal.journal.day import Day, Event
from fibrojournal.journal.medicines import Course, Medicine, Plan, Slot
from fibrojournal.tokens import tokens
from tests.charts.diaries import END, answers

STAMP = stamp_of(datetime(2026, 1, 1, tzinfo=UTC))
NOTHING = answers({})
UNSAID = ("missed", "failed", "forgot", "streak", "you should", "!", "because")


def scope(days: int = 90, *, measure: str = "pain", other: str = "", end: date = END) -> Scope:
    """Look at so many days up to `end`, which is today."""
    return Scope(end - timedelta(days=days - 1), end, end, measure, other)


def material(
    series: Mapping[str, Recorded],
    *,
    events: Sequence[Event] = (),
    medicines: Sequence[Medicine] = (),
    triggers: Mapping[str, Recorded] | None = None,
    days: Sequence[Day] = (),
) -> Material:
    """Make what was read from a journal."""
    common = Common(
        events={event.id: event for event in events},
        medicines={medicine.id: medicine for medicine in medicines},
    )
    return Material(series, triggers or {}, days, common, common.questions, None)


def event(ago: int, days: int = 1, *, kind: str = "other", name: str = "the move") -> Event:
    """Make an event that began so many days before `END`."""
    start = END - timedelta(days=ago)
    end = start + timedelta(days=days - 1) if days > 1 else None
    return Event(f"{kind} {ago}", kind, name, start, end, STAMP)


def medicine(name: str, *courses: tuple[date, float | None]) -> Medicine:
    """Make a medicine from the start and the dose in mg of each course; no dose is a stop."""
    made = [
        Course(start, None if dose is None else Plan(dose, "mg", slots=(Slot("morning"),)), STAMP)
        for start, dose in courses
    ]
    return Medicine(name, name, STAMP, tuple(made))


def steps(values: Sequence[float], copied: Sequence[int] = ()) -> Answers:
    """Make answers of the last days, the oldest first; NaN is a day without one."""
    given = np.array(values, dtype=np.float64)
    numbers = day_number(END) - given.size + 1 + np.arange(given.size)
    noted = np.isfinite(given)
    is_copied = np.isin(np.arange(given.size), copied)[noted]
    return Answers(numbers[noted], given[noted], is_copied, is_copied)


def drawn(
    view: View,
    *,
    width: float = 690,
    theme: str = "light",
    scale: float = 1.0,
    figure: Figure | None = None,
) -> tuple[Figure, Drawn]:
    """Draw a view as high as it wants to be, on a figure of its own or again on the same."""
    figure = figure or Figure(dpi=72)
    figure.set_size_inches(width / 72, view.height(width, scale) / 72)
    look = style.Look(tokens(theme), scale)
    with rc_context(style.parameters(look)):
        canvas = new_canvas(figure)
        found = view.draw(figure, look)
        canvas.draw()
    return figure, found


def texts(figure: Figure, gid: str) -> list[str]:
    """Return what is written under a name."""
    return [text.get_text() for text in _texts(figure) if text.get_gid() == gid]


def points(figure: Figure, gid: str) -> list[tuple[float, float]]:
    """Return the points of all markers or lines under a name."""
    lines = (line for axes in figure.axes for line in axes.lines if line.get_gid() == gid)
    return [
        (float(x), float(y))
        for line in lines
        for x, y in zip(
            np.asarray(line.get_xdata(), float), np.asarray(line.get_ydata(), float), strict=True
        )
    ]


def text_boxes(figure: Figure) -> list[tuple[str, Bbox]]:
    """Return every text with the box it fills, in pixels, measured as it is drawn."""
    with rc_context(style.parameters(style.Look(tokens("light")))):
        return [(text.get_text(), text.get_window_extent()) for text in _texts(figure)]


def assert_well_drawn(view: View) -> None:
    """Nothing leaves the figure, no words meet, at several widths, themes and sizes of text."""
    figure = Figure(dpi=72)  # to make its axes takes longer than to draw on them
    for width, theme, scale in (
        (690, "light", 1.0),
        (330, "dark", 1.0),
        (900, "quiet", 2.0),
        (600, "quiet_paper", 2.0),
    ):
        _same, found = drawn(view, width=width, theme=theme, scale=scale, figure=figure)
        whole = figure.bbox
        boxes = text_boxes(figure)
        for words, box in boxes:
            assert box.x0 >= whole.x0 - 1, words
            assert box.y0 >= whole.y0 - 1, words
            assert box.x1 <= whole.x1 + 1, words
            assert box.y1 <= whole.y1 + 1, words
        for (words, one), (other, two) in combinations(boxes, 2):
            across = min(one.x1, two.x1) - max(one.x0, two.x0)
            up = min(one.y1, two.y1) - max(one.y0, two.y0)
            assert across < 1 or up < 3, (words, other, width, scale)
        marks = found.marks
        assert (marks.left > -1).all()
        assert (marks.left + marks.width < whole.x1 + 1).all()
        assert (marks.bottom > -1).all()
        assert (marks.bottom + marks.height < whole.y1 + 1).all()


def assert_plain(view: View) -> None:
    """The words blame nobody, claim no cause, and say the same to readers of the screen."""
    said = [view.title, view.sentence, view.detail, view.description]
    if not view.is_empty:
        _figure, found = drawn(view)
        said += [view.read_out(at) for at in range(found.marks.left.size)]
        said += [cell for row in view.table().rows for cell in row]
    for words in said:
        for word in UNSAID:
            assert word not in words.lower(), words
    assert view.sentence in view.description
    assert view.sentence.endswith(".")


def _texts(figure: Figure) -> list[Text]:
    return [text for axes in figure.axes for text in axes.texts]
