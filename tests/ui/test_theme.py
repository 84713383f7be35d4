from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fibrojournal.tokens import THEMES, contrast
from fibrojournal.ui import theme as theme_module
from fibrojournal.ui.theme import Theme


@pytest.mark.parametrize("role", ["display", "title", "heading", "label", "body", "caption"])
def test_every_role_is_drawn_by_a_bundled_font(theme: Theme, role: str) -> None:
    info = QFontInfo(theme.font(role))
    family = "Noto Serif" if role in {"display", "title"} else "Inter"

    assert info.family() == family
    assert info.weight() == theme.font(role).weight()


@pytest.mark.parametrize("role", ["digit", "digit_selected", "number", "heat"])
def test_digits_that_stand_alone_have_one_width(theme: Theme, role: str) -> None:
    metrics = QFontMetricsF(theme.font(role))

    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_a_hyphen_in_words_is_no_wider_than_a_hyphen(theme: Theme) -> None:
    words, numbers = (QFontMetricsF(theme.font(role)) for role in ("body", "digit"))

    assert words.horizontalAdvance("7-day") < numbers.horizontalAdvance("7-day")


def test_no_role_is_smaller_than_13_px_at_100_percent(theme: Theme) -> None:
    assert min(theme.font(role).pixelSize() for role in theme_module._ROLES) >= 13


def test_text_and_heights_grow_with_the_text_scale(theme: Theme) -> None:
    theme.set_scale(2.0)

    assert theme.font("body").pixelSize() == 30
    assert theme.px(44) == 88
    assert theme.is_large_text
    assert QApplication.font().pixelSize() == 30


def test_the_text_scale_stays_within_its_steps(theme: Theme) -> None:
    theme.set_scale(9)
    assert theme.scale == 2.0
    theme.step_scale(1)
    assert theme.scale == 2.0
    theme.set_scale(0.1)
    assert theme.scale == 0.9
    theme.step_scale(1)
    assert theme.scale == 1.0


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_gives_the_application_its_colours(theme: Theme, name: str) -> None:
    theme.set_choice(name)

    palette = QApplication.palette()
    assert palette.color(QPalette.ColorRole.Window).name().upper() == theme.tokens.color("bg")
    assert palette.color(QPalette.ColorRole.Text).name().upper() == theme.tokens.color("ink")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("over", "under"),
    [
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
    ],
)
def test_what_fusion_draws_can_be_read(
    theme: Theme, name: str, over: QPalette.ColorRole, under: QPalette.ColorRole
) -> None:
    theme.set_choice(name)
    palette = theme.palette()

    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
        ratio = contrast(palette.color(group, over).name(), palette.color(group, under).name())
        assert ratio >= 4.5


def test_changed_tells_widgets_to_repaint(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_choice("dark")
    with qtbot.waitSignal(theme.changed):
        theme.set_scale(1.5)
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_choice("dark")
        theme.set_scale(1.5)


def test_system_follows_the_desktop(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme_module, "_system_theme", lambda: "dark")
    theme.set_choice("system")
    assert theme.is_dark

    monkeypatch.setattr(theme_module, "_system_theme", lambda: "light")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.name == "light"


def test_a_chosen_theme_does_not_follow_the_desktop(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_module, "_system_theme", lambda: "dark")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    assert theme.name == "light"


def test_more_contrast_strengthens_borders_and_quiet_text(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme_module, "_wants_more_contrast", lambda: True)
    theme.set_choice("dark")

    assert theme.qcolor("border") == theme.qcolor("border_strong")
    assert theme.qcolor("ink_2") == theme.qcolor("ink")


def test_quiet_themes_do_not_move(theme: Theme) -> None:
    theme.set_reduced_motion(reduced=False)
    assert theme.fade_ms == 120

    theme.set_choice("quiet")
    assert theme.fade_ms == 0

    theme.set_choice("light")
    theme.set_reduced_motion(reduced=True)
    assert theme.fade_ms == 0


def test_a_factor_has_its_colour_and_colours_can_be_mixed(theme: Theme) -> None:
    assert theme.factor_qcolor("sleep").name().upper() == theme.tokens.factor("sleep")
    assert theme.mixed("surface", "#000000", 0.5).name() == "#808080"
    assert theme.choice == "light"


def test_qt_is_asked_whether_more_contrast_is_wanted(theme: Theme) -> None:
    assert theme_module._wants_more_contrast() is False
    assert theme_module._system_theme() in {"light", "dark"}


def test_a_window_needs_an_application(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "instance", lambda: None)
    with pytest.raises(TypeError, match="QApplication"):
        theme.apply()


def test_an_unknown_theme_is_refused(theme: Theme) -> None:
    with pytest.raises(ValueError, match="no such theme"):
        theme.set_choice("pink")


def test_a_missing_font_is_named(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    monkeypatch.setattr(theme_module, "_FONT_FILES", ("Absent.ttf",))

    with pytest.raises(FileNotFoundError, match=r"Absent\.ttf"):
        theme_module.load_fonts.__wrapped__()
