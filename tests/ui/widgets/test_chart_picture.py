"""What pictures of charts hold on to once they are drawn."""

from __future__ import annotations

import gc

from pytestqt.qtbot import QtBot

from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.chart_picture import ChartPicture
from tests.charts.diaries import diary, view


def test_many_pictures_keep_no_figures_and_no_pixels_but_those_on_show(
    qtbot: QtBot, theme: Theme
) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    drawn: list[ChartPicture] = []
    canvases: list[int] = []
    for width in (400, 500):
        picture = ChartPicture(theme, "trend")
        qtbot.addWidget(picture)
        picture.resize(width, 300)
        picture.show()
        picture.show_view(view({"pain": diary(90)}), "Pain")
        qtbot.waitUntil(lambda shown=picture: shown.drawn is not None)  # type: ignore[misc]
        drawn.append(picture)
        canvases.append(sum(isinstance(one, FigureCanvasAgg) for one in gc.get_objects()))
    assert canvases[1] == canvases[0]
    assert [one.pixmap().width() for one in drawn] == [400, 500]
    assert [one.drawn.rgba for one in drawn if one.drawn] == [b"", b""]
