"""The look of the window: colours, fonts and sizes from the tokens, for four themes.

Fusion draws the few standard parts from the palette made here; everything else paints itself with
`Theme`. There is no style sheet: one slows the first paint of every widget it touches.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from fibrojournal import resources
from fibrojournal.settings import QUIET_THEMES
from fibrojournal.tokens import THEMES, Tokens, mix, tokens

SYSTEM = "system"
CHOICES = (SYSTEM, *THEMES)
LARGE_TEXT = 1.3
"""From this text scale on, labels stand above their controls."""

_FONT_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "NotoSerif-Regular.ttf",
    "NotoSerif-Bold.ttf",
)
_DARK_THEMES = frozenset({"dark", "quiet"})
_QUIET_THEMES = frozenset(QUIET_THEMES)
_UI, _SERIF = "ui_family", "serif_family"


class _Role(NamedTuple):
    """A place for text: its family, its size (a token of `type`, or px) and its weight."""

    family: str
    size: str | int
    weight: QFont.Weight
    is_number: bool = False


_ROLES = {
    "welcome": _Role(_SERIF, 36, QFont.Weight.Normal),
    "lead": _Role(_UI, 17, QFont.Weight.Normal),
    "display": _Role(_SERIF, "display", QFont.Weight.Normal),
    "title": _Role(_SERIF, "title", QFont.Weight.Bold),
    "block": _Role(_SERIF, "heading", QFont.Weight.Bold),
    "wordmark": _Role(_SERIF, 17, QFont.Weight.Bold),
    "heading": _Role(_UI, "heading", QFont.Weight.DemiBold),
    "body": _Role(_UI, "body", QFont.Weight.Normal),
    "label": _Role(_UI, "body", QFont.Weight.DemiBold),
    "reading": _Role(_UI, "reading", QFont.Weight.Normal),
    "small": _Role(_UI, "small", QFont.Weight.Normal),
    "small_medium": _Role(_UI, "small", QFont.Weight.Medium),
    "small_strong": _Role(_UI, "small", QFont.Weight.DemiBold),
    "caption": _Role(_UI, "caption", QFont.Weight.Normal),
    "caption_medium": _Role(_UI, "caption", QFont.Weight.Medium),
    "caption_strong": _Role(_UI, "caption", QFont.Weight.DemiBold),
    "digit": _Role(_UI, "body", QFont.Weight.Normal, is_number=True),
    "digit_selected": _Role(_UI, 17, QFont.Weight.Bold, is_number=True),
    "digit_large": _Role(_UI, 20, QFont.Weight.Normal, is_number=True),
    "answer_large": _Role(_UI, 21, QFont.Weight.Bold, is_number=True),
    "question": _Role(_UI, "title", QFont.Weight.DemiBold),
    "number": _Role(_UI, 17, QFont.Weight.DemiBold, is_number=True),
    "code": _Role(_UI, 19, QFont.Weight.Bold, is_number=True),
    "code_large": _Role(_UI, 44, QFont.Weight.Bold, is_number=True),
    "heat": _Role(_UI, 19, QFont.Weight.Bold, is_number=True),
}


class Theme(QObject):
    """The colours, fonts and sizes in force; every widget repaints on `changed`.

    `choice` is one of `CHOICES`; `scale` is the text scale, 0.9 to 2.0.
    """

    changed = Signal()

    def __init__(
        self,
        choice: str = SYSTEM,
        scale: float = 1.0,
        *,
        reduced_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        load_fonts()
        self._choice = _known(choice)
        self._tokens = self._current_tokens()
        self._scale = self._within(scale)
        self._reduced_motion = reduced_motion
        self._fonts: dict[str, QFont] = {}
        self._colors: dict[str, QColor] = {}
        self._held: dict[int, QObject] = {}
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._refresh)

    def hold(self, part: QObject) -> None:
        """Keep the Python side of a part for as long as Qt has the part itself.

        Where nothing but its place in the window holds it, Python's collector has now and then
        freed it, and Qt's side with all that stood in it (PySide 6.11; seen of pages that scroll).
        """
        key, held = id(part), self._held
        held[key] = part
        part.destroyed.connect(lambda: held.pop(key, None))

    @property
    def choice(self) -> str:
        """What the person chose; `system` follows the desktop."""
        return self._choice

    @property
    def name(self) -> str:
        """The theme in force: light, dark, quiet or quiet_paper."""
        return self._tokens.theme

    @property
    def tokens(self) -> Tokens:
        """The tokens in force, for charts."""
        return self._tokens

    @property
    def is_dark(self) -> bool:
        """Tell whether text is lighter than what is under it."""
        return self.name in _DARK_THEMES

    @property
    def scale(self) -> float:
        """The text scale, 1.0 being 100 %."""
        return self._scale

    @property
    def scale_steps(self) -> tuple[float, ...]:
        """The text sizes that are offered."""
        return tuple(self._tokens.data["type"]["scale_steps"])

    @property
    def is_large_text(self) -> bool:
        """Tell whether labels stand above their controls."""
        return self._scale >= LARGE_TEXT

    @property
    def is_quiet(self) -> bool:
        """Tell whether the theme shows fewer things: no frames round tiles, no toasts, no grid."""
        return self.name in _QUIET_THEMES

    @property
    def reduced_motion(self) -> bool:
        """Tell whether nothing may fade: by choice, or because the theme is quiet."""
        return self._reduced_motion or self.is_quiet

    @property
    def fade_ms(self) -> int:
        """How long a fade lasts; 0 with reduced motion."""
        return self.size("motion", "reduced_ms" if self.reduced_motion else "fade_ms")

    def set_choice(self, choice: str) -> None:
        """Choose a theme. Raises ValueError for one that does not exist."""
        if _known(choice) != self._choice:
            self._choice = choice
            self._refresh()

    def set_scale(self, scale: float) -> None:
        """Set the text scale; values beyond the first and last step are brought back to them."""
        if self._within(scale) != self._scale:
            self._scale = self._within(scale)
            self._refresh()

    def step_scale(self, steps: int) -> None:
        """Go some steps up or down the text sizes."""
        sizes = self.scale_steps
        nearest = min(range(len(sizes)), key=lambda i: abs(sizes[i] - self._scale))
        self.set_scale(sizes[min(max(nearest + steps, 0), len(sizes) - 1)])

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Switch fades off or on."""
        self._reduced_motion = reduced

    def qcolor(self, name: str) -> QColor:
        """Return a colour of the theme, such as `surface`."""
        return self.hex_color(self._tokens.color(name))

    def measure_qcolor(self, measure_id: str) -> QColor:
        """Return the colour that draws a measure."""
        return self.hex_color(self._tokens.measure(measure_id))

    def factor_qcolor(self, factor_id: str) -> QColor:
        """Return the colour of a factor's icon."""
        return self.hex_color(self._tokens.factor(factor_id))

    def mixed(self, under: str, over: str, share: float) -> QColor:
        """Mix two colours, given as names of the theme or as "#RRGGBB"; `share` of the second."""
        return self.hex_color(mix(self._hex(under), self._hex(over), share))

    def hex_color(self, color: str) -> QColor:
        """Return "#RRGGBB" as a colour that Qt paints with."""
        if color not in self._colors:
            self._colors[color] = QColor(color)
        return self._colors[color]

    def font(self, role: str) -> QFont:
        """Return the font of a role, such as `display`, `label` or `caption`, at the text scale."""
        if role not in self._fonts:
            self._fonts[role] = self._build_font(_ROLES[role])
        return self._fonts[role]

    def px(self, size: float) -> int:
        """Scale a height or a distance that grows with the text."""
        return round(size * self._scale)

    def size(self, group: str, name: str) -> int:
        """Return a size of the tokens that does not grow with the text."""
        return self._tokens.px(group, name)

    def apply(self) -> None:
        """Give the application the palette and the font of the theme; its style is Fusion."""
        app = application()
        self._tell_platform()
        palette = self.palette()
        app.setPalette(palette)
        app.setFont(self.font("body"))
        QToolTip.setPalette(palette)
        QToolTip.setFont(self.font("small"))
        for effect in _EFFECTS:
            app.setEffectEnabled(effect, enable=False)

    def palette(self) -> QPalette:
        """Make the palette for the parts that Fusion draws: menus, text fields, tables."""
        palette = QPalette()
        for role, color in _PALETTE.items():
            palette.setColor(role, self.qcolor(color))
        for role in (
            QPalette.ColorRole.Text,
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.qcolor("ink_3"))
        return palette

    def _within(self, scale: float) -> float:
        return min(max(scale, self.scale_steps[0]), self.scale_steps[-1])

    def _hex(self, color: str) -> str:
        return color if color.startswith("#") else self._tokens.color(color)

    def _build_font(self, role: _Role) -> QFont:
        sizes = self._tokens.data["type"]
        size = role.size if isinstance(role.size, int) else sizes[role.size]
        font = QFont(sizes[role.family])
        font.setPixelSize(self.px(size))
        font.setWeight(role.weight)
        if role.family == _UI:
            # Digits of one width where they stand alone; in words they would spread hyphens, too.
            font.setFeature(QFont.Tag("tnum"), int(role.is_number))
            font.setFeature(QFont.Tag("cv11"), 1)  # a plain, single-storey a
        return font

    def _current_tokens(self) -> Tokens:
        name = self._choice if self._choice != SYSTEM else _system_theme()
        chosen = tokens(name)
        return _with_more_contrast(chosen) if _wants_more_contrast() else chosen

    def _follow_system(self) -> None:
        if self._choice == SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        self._tell_platform()
        self._tokens = self._current_tokens()
        self._fonts.clear()
        self.apply()
        self.changed.emit()

    def _tell_platform(self) -> None:
        hints = QGuiApplication.styleHints()
        if self._choice == SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if self.is_dark else Qt.ColorScheme.Light)


# Some platforms let menus and tool tips slide or fade; here a fade is the program's own.
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)
_PALETTE = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "inset",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink_3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "inset",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "border_strong",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
}


def application() -> QApplication:
    """Return the running application. Raises TypeError where there is none with windows."""
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        raise TypeError("the window needs a running QApplication")
    return running


@cache
def load_fonts() -> tuple[int, ...]:
    """Make the bundled fonts known to Qt, once. Raises FileNotFoundError for one that is not there.

    Families that still lack a sign fall back on Noto Sans, then DejaVu Sans.
    """
    numbers = []
    for name in _FONT_FILES:
        path = resources.path("fonts") / name
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise FileNotFoundError(path)
        numbers.append(number)
    QFont.insertSubstitutions("Inter", ["Noto Sans", "DejaVu Sans"])
    QFont.insertSubstitutions("Noto Serif", ["DejaVu Serif"])
    return tuple(numbers)


def _known(choice: str) -> str:
    if choice not in CHOICES:
        raise ValueError(f"no such theme: {choice}")
    return choice


def _system_theme() -> str:
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def _wants_more_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):  # Qt 6.10
        return False
    return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)


def _with_more_contrast(plain: Tokens) -> Tokens:
    theme: dict[str, Any] = plain.data["theme"][plain.theme]
    stronger = {**theme, "border": theme["border_strong"], "ink_2": theme["ink"]}
    return replace(plain, data={**plain.data, "theme": {plain.theme: stronger}})
