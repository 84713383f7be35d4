from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import numpy as np
import pytest
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray

from fibrojournal.charts import canvas, style
from fibrojournal.charts.picture import ChartCanvas, Picture, warm_up
from fibrojournal.tokens import THEMES, rgb, tokens
from tests.charts.diaries import END, answers, diary, event, view

LIGHT = tokens("light")


def pixels(picture: Picture) -> NDArray[np.uint8]:
    return np.frombuffer(picture.rgba, np.uint8).reshape(picture.height, picture.width, 4)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_picture_has_whole_device_pixels_and_is_opaque(ratio: float) -> None:
    picture = ChartCanvas().render(view({"pain": diary(90)}), (690.4, 330), LIGHT, ratio=ratio)
    assert (picture.width, picture.height) == (round(690.4 * ratio), round(330 * ratio))
    assert picture.ratio == ratio
    assert (pixels(picture)[:, :, 3] == 255).all()


@pytest.mark.parametrize("theme", THEMES)
def test_the_ground_is_the_surface_of_the_theme(theme: str) -> None:
    picture = ChartCanvas().render(view({"pain": diary(90)}), (300, 200), tokens(theme))
    assert tuple(pixels(picture)[-1, 0, :3]) == rgb(tokens(theme).color("surface"))


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_day_under_a_pixel_is_the_one_drawn_there(ratio: float) -> None:
    seen = view({"pain": answers({40: 5.0})})
    picture = ChartCanvas().render(seen, (690, 330), LIGHT, ratio=ratio)
    day = END - timedelta(days=40)
    dot = rgb(style.Look(LIGHT).dot("pain"))
    rows, columns = np.nonzero((pixels(picture)[:, :, :3] == dot).all(axis=2))
    at = (day - seen.start).days
    area = picture.area(at)
    assert columns.mean() / ratio == pytest.approx(area.left, abs=1.0)
    middle = area.top + area.height / 2
    assert area.top < rows.mean() / ratio < area.top + area.height
    assert picture.nearest(area.left + 2, middle) == at
    assert picture.nearest(picture.area(0).left - 20, middle) == 0
    assert picture.nearest(picture.area(0).left - 30, middle) is None
    assert picture.nearest(2000, middle) is None


def test_two_measures_lie_one_under_the_other() -> None:
    seen = view({"pain": diary(90), "mood": diary(90)})
    picture = ChartCanvas().render(seen, (690, 374), LIGHT)
    upper, lower = (frame.box for frame in picture.drawn.frames)
    assert upper.top == 374
    assert 0 < lower.bottom < lower.top <= upper.bottom
    assert (upper.left, upper.right) == (lower.left, lower.right)
    area = picture.area(0)
    assert (area.top, area.top + area.height) == (0, 374 - lower.bottom)


def test_a_canvas_is_used_again_and_draws_the_same() -> None:
    seen, other = view({"pain": diary(90)}), view({"mood": diary(60), "fog": diary(90)}, 30)
    reused = ChartCanvas()
    first = reused.render(seen, (690, 330), LIGHT).rgba
    reused.render(other, (500, 300), tokens("dark"), scale=1.5, ratio=2.0)
    assert reused.render(seen, (690, 330), LIGHT).rgba == first
    assert ChartCanvas().render(seen, (690, 330), LIGHT).rgba == first


@pytest.mark.parametrize("text", ["7-day average", "flare, 7 days", "ÅÇjgy", "1", "−2 h"])
def test_remembered_labels_are_the_pixels_that_matplotlib_draws(text: str) -> None:
    figure = Figure((300 / 72, 80 / 72), dpi=72)
    buffers = []
    with rc_context(style.parameters(style.Look(LIGHT))):
        for y, weight in ((20, style.REGULAR), (50, style.STRONG)):
            figure.text(10 / 300, y / 80, text, color="#84489A", fontweight=weight)
        for kind in (FigureCanvasAgg, canvas.new_canvas, canvas.new_canvas):
            drawn = kind(figure)
            drawn.draw()
            buffers.append(np.asarray(drawn.buffer_rgba()).astype(int))
    assert buffers[0].min() < 150
    np.testing.assert_allclose(buffers[1], buffers[0], atol=1)
    np.testing.assert_array_equal(buffers[2], buffers[1])


@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_a_label_that_is_known_stands_where_it_stood_when_it_was_new(ratio: float) -> None:
    seen, shown = view({"pain": diary(90)}), ChartCanvas()
    getattr(canvas._renderer_class(), "labels").clear()  # noqa: B009  it has no type of its own
    new = shown.render(seen, (690, 330), LIGHT, ratio=ratio)
    known = shown.render(seen, (690, 330), LIGHT, ratio=ratio)
    assert known.rgba == new.rgba


def test_the_memory_of_labels_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canvas, "_MOST_LABELS", 20)
    shown = ChartCanvas()
    for at in range(12):
        visit = event(f"visit {at}", END - timedelta(days=45))
        shown.render(view({"pain": answers({})}, events=[visit]), (300, 200), LIGHT)
    assert shown._canvas is not None
    labels = getattr(shown._canvas.get_renderer(), "labels", {})
    assert 0 < len(labels) <= 20


def test_a_name_in_any_script_is_no_error() -> None:
    names = ["🙂", "\N{CJK UNIFIED IDEOGRAPH-4E2D}", "$x^2$", "a\tb", "\x07", "%s {0}"]
    events = [event(name, END - timedelta(days=15 * at + 8)) for at, name in enumerate(names)]
    ChartCanvas().render(view({"pain": diary(90)}, events=events), (1400, 400), LIGHT)


def test_drawing_leaves_matplotlib_as_it_was() -> None:
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    ChartCanvas().render(view({"pain": diary(90)}), (300, 200), tokens("dark"))
    assert dict(mpl.rcParams) == before


def test_the_bundled_font_is_found() -> None:
    from matplotlib.font_manager import FontProperties, findfont

    assert style.families()[0] == "Inter"
    for weight in (style.REGULAR, style.STRONG):
        path = findfont(FontProperties(family="Inter", weight=weight))
        assert "resources" in path
    assert style.text_width("7-day average", 13) > 60
    assert style.text_width("7-day average", 26) == pytest.approx(
        2 * style.text_width("7-day average", 13), rel=0.02
    )


def test_warming_up_draws_a_chart() -> None:
    warm_up.__wrapped__()  # another test may have had it warmed up


def test_charts_load_neither_matplotlib_nor_qt_until_they_draw() -> None:
    code = (
        "import sys, fibrojournal.charts, fibrojournal.charts.picture;"
        "print([name for name in ('matplotlib', 'PySide6', 'sqlalchemy') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
