"""The self-test of a built program, run here on the program as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from fibrojournal import self_test, settings
from fibrojournal.charts import CHARTS
from fibrojournal.storage.journal_file import JournalFile
from fibrojournal.ui.navigation import PAGES


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot) -> None:
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path))


def test_it_logs_a_day_and_keeps_a_picture_of_every_page(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    self_test.run(folder)
    names = {path.name for path in folder.iterdir()}
    pages = {f"{page.id}-{theme}.png" for page in PAGES for theme in self_test.THEMES}
    forms = (("light", "png"), ("dark", "svg"))
    charts = {f"chart-{one.id}-{theme}.{form}" for one in CHARTS for theme, form in forms}
    assert names == pages | charts
    for name in charts:
        if name.endswith(".png"):
            assert QImage(str(folder / name)).height() > 200
        else:
            assert (folder / name).read_text().rstrip().endswith("</svg>")
    for name in pages:
        picture = QImage(str(folder / name))
        assert (picture.width(), picture.height()) == (1280, 800)
        corners = {picture.pixel(x, y) for x in (5, 640, 1275) for y in (300, 700)}
        assert len(corners) > 1, f"{name} is blank"


def test_it_says_what_did_not_come_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "PATIENCE_MS", 50)
    with pytest.raises(self_test.SelfTestError, match="the day never ends"):
        self_test._wait_until(lambda: False, "the day never ends")


def test_what_is_typed_must_be_what_is_stored(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(self_test, "_press", lambda *_key: None)
    with pytest.raises(self_test.SelfTestError, match="does not hold what was typed"):
        self_test._log_a_day(tmp_path / "first.fjnl")


def test_a_chart_that_draws_nothing_of_a_year_is_named(
    tmp_path: Path,
) -> None:
    empty = tmp_path / "empty.fjnl"
    JournalFile.create(empty).close()
    with pytest.raises(self_test.SelfTestError, match="do not draw the chart trend"):
        self_test._draw_charts(empty, "light", None)
