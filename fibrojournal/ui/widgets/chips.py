"""Chips: yes-or-no answers side by side, with one Tab stop for them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from fibrojournal.journal.triggers import STRENGTHS
from fibrojournal.text import _
from fibrojournal.ui import icons
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import Button
from fibrojournal.ui.widgets.flow import FlowLayout
from fibrojournal.ui.widgets.focus import RingFocus
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.roving import RovingFocus
from fibrojournal.ui.widgets.still import hold_still, with_reason
from fibrojournal.ui.widgets.tools import HearsTools
from fibrojournal.ui.widgets.words import BROKEN, words_size

_HEIGHT = 44
_PADDING = 18
_ABOVE = 9
_MIDDLE = Qt.AlignmentFlag.AlignCenter.value | BROKEN
_BESIDE = Qt.AlignmentFlag.AlignVCenter.value | BROKEN
_CHECK = 13
_CHECK_LEFT = 10
_CHECK_GAP = 4
_DOT, _DOT_PITCH, _DOTS = 7, 11, 42
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def chip_size(theme: Theme, words: str) -> QSize:
    """Return the room for a pill's words in their bolder form."""
    size = words_size(theme.font("label"), words)
    width, height = size.width() + 2 * theme.px(_PADDING), size.height() + 2 * theme.px(_ABOVE)
    return QSize(max(_HEIGHT, width), max(_HEIGHT, theme.px(_HEIGHT), height))


def draw_chip(chip: QAbstractButton, theme: Theme) -> None:
    """Draw a pill; checked, it also has a check mark, bold words and a thicker frame."""
    painter = QPainter(chip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place, radius = QRectF(chip.rect()), chip.height() / 2
    if not chip.isChecked():
        takes = chip.isEnabled()
        fill = theme.qcolor("inset" if chip.underMouse() and takes else "surface")
        draw_box(painter, place, radius, fill, theme.qcolor("border_strong" if takes else "border"))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.qcolor("ink" if takes else "ink_3"))
        painter.drawText(place, _MIDDLE, chip.text())
        return
    accent = theme.qcolor("accent")
    draw_box(painter, place, radius, theme.qcolor("accent_soft"), accent, width=2)
    side, left = theme.px(_CHECK), theme.px(_CHECK_LEFT)
    spot = QRectF(left, (chip.height() - side) / 2, side, side)
    words = QRectF(place)
    words.setLeft(spot.right() + theme.px(_CHECK_GAP))
    if chip.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        spot.moveRight(chip.width() - left)
        words.moveLeft(0)
    icons.draw(painter, "check", accent, spot)
    painter.setFont(theme.font("label"))
    painter.setPen(accent)
    painter.drawText(words, _BESIDE, chip.text())


class Chip(RingFocus, HearsTools, QCheckBox):
    """One yes-or-no answer; as wide checked as not, so that its neighbours stay in place.

    With strengths, pressing it again makes a yes stronger, up to 3, and then a no; the keys
    1, 2 and 3 give a yes its strength.
    """

    def __init__(
        self,
        theme: Theme,
        id: str,
        label: str,
        parent: QWidget | None = None,
        *,
        with_strength: bool = False,
    ) -> None:
        super().__init__(label, parent)
        self._theme, self.id = theme, id
        self._with_strength = with_strength
        self._kind = self._why_still = ""
        self._wished: int | None = None
        self.strength: int | None = None
        """How strong a yes is; None where it was not told."""
        self.hear_tools()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the room for the words in their bolder form."""
        size = chip_size(self._theme, self.text())
        return size + QSize(self._theme.px(_DOTS) if self._with_strength else 0, 0)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut off."""
        return self.sizeHint()

    def hitButton(self, point: QPoint) -> bool:
        """Take a click anywhere on the chip."""
        return self.rect().contains(point)

    def ring_radius(self) -> float:
        """Follow the round ends."""
        return self.height() / 2

    def describe(self, kind: str) -> None:
        """Say what it is, for readers."""
        self._kind = kind
        strength = _("strength {n} of {most}").format(n=self.strength, most=STRENGTHS[-1])
        words = f"{kind}, {strength}" if self.strength else kind
        self.setAccessibleDescription(with_reason(words, self._why_still))

    def hold_still(self, why: str) -> None:
        """Show an answer and take none; readers hear why."""
        self._why_still = why
        self.setEnabled(False)
        self.describe(self._kind)

    def show_answer(self, strength: int | None, *, ticked: bool) -> None:
        """Show an answer without telling anyone."""
        self.setChecked(ticked)
        self.strength = strength if ticked else None
        self.describe(self._kind)
        self.update()

    def nextCheckState(self) -> None:
        """Go on with a press: to yes, with strengths through those, and back to no."""
        if not self._with_strength:
            super().nextCheckState()
        elif self._wished is not None or not self.isChecked():
            self.show_answer(self._wished, ticked=True)
        elif self.strength == STRENGTHS[-1]:
            self.show_answer(None, ticked=False)
        else:
            self.show_answer((self.strength or 0) + 1, ticked=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a strength, where it is asked for."""
        strength = {str(one): one for one in STRENGTHS}.get(event.text())
        if self._with_strength and strength is not None and not event.modifiers() & _COMMANDS:
            self._wished = strength
            self.click()
            self._wished = None
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, and how strong a yes is where that is asked for."""
        draw_chip(self, self._theme)
        if self._with_strength and self.isChecked():
            self._draw_strength()

    def _draw_strength(self) -> None:
        """Draw a dot for each strength, at the end; those up to this one are filled."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent, side, pitch = theme.qcolor("accent"), theme.px(_DOT), theme.px(_DOT_PITCH)
        painter.setPen(QPen(accent, 1.5))
        for strength in STRENGTHS:
            left = self.width() - theme.px(_CHECK_LEFT + 4) - (STRENGTHS[-1] - strength) * pitch
            spot = QRectF(left - side, (self.height() - side) / 2, side, side)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                spot.moveRight(self.width() - spot.left())
            painter.setBrush(accent if strength <= (self.strength or 0) else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot)

    def _restyle(self) -> None:
        self.setFont(self._theme.font("label"))
        self.updateGeometry()
        self.update()


class AddChip(Button):
    """A dashed pill that offers to add something of one's own."""

    role = "body"
    icon_gap = 8

    def ring_radius(self) -> float:
        """Follow the round ends."""
        return self.height() / 2

    def draw_frame(self, painter: QPainter) -> None:
        """Draw the dashed pill."""
        theme = self._theme
        lit = self.underMouse() and self.isEnabled()
        fill = theme.qcolor("inset" if lit else "surface")
        border = theme.qcolor("border_strong" if self.isEnabled() else "border")
        radius = self.height() / 2
        draw_box(painter, QRectF(self.rect()), radius, fill, border, dashed=True)


class ChipGroup(QWidget):
    """Chips in lines. Tab enters and leaves the group; arrows move in it; Space sets."""

    ticked = Signal(str, bool)
    """The id of a chip that the person set, and whether it is checked now."""
    rest_requested = Signal()
    add_requested = Signal()

    def __init__(
        self, theme: Theme, name: str, add_label: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._layout = FlowLayout(self)
        self._roving = RovingFocus(self)
        self._chips: list[Chip] = []
        self._rest = AddChip(theme, "", "chevron-down", self)
        self._rest.clicked.connect(self.rest_requested)
        self._rest.hide()
        self._why_still = ""
        self._add = AddChip(theme, add_label, "plus", self) if add_label else None
        if self._add is not None:
            self._add.clicked.connect(self.add_requested)
        self._lay_out()

    @property
    def chips(self) -> Sequence[Chip]:
        """The chips, in order."""
        return tuple(self._chips)

    def set_choices(
        self,
        choices: Iterable[tuple[str, str]],
        description: str,
        *,
        with_strength: bool = False,
    ) -> None:
        """Show chips anew from ids and labels; `description` says what one of them is."""
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [
            self._make_chip(
                Chip(self._theme, id, label, self, with_strength=with_strength), description
            )
            for id, label in choices
        ]
        self._lay_out()

    def offer_rest(self, label: str) -> None:
        """Offer the chips that are not shown, behind a last pill; no label offers none."""
        self._rest.setText(label)
        self._rest.setVisible(bool(label))
        self._lay_out()

    def _lay_out(self) -> None:
        offers = [self._rest] if self._add is None else [self._rest, self._add]
        for offer in offers:
            self._layout.removeWidget(offer)
        shown = [offer for offer in offers if offer.text()]
        buttons: list[Chip | AddChip] = [*self._chips, *shown]
        for button in buttons:
            self._layout.removeWidget(button)
            self._layout.addWidget(button)
            button.show()  # at once, so that it can take the focus
        # Without an order the newest chips come last on the page. Which pill is first in it does
        # not matter: only one of them is a Tab stop.
        for before, after in pairwise([self._rest, *self._chips]):
            QWidget.setTabOrder(before, after)
        self._roving.set_buttons(buttons)
        self.updateGeometry()

    def hold_still(self, why: str) -> None:
        """Show what is checked and take nothing, now and after `set_choices`; readers hear why."""
        self._why_still = why
        for chip in self._chips:
            chip.hold_still(why)
        if self._add is not None:
            hold_still(self._add, why)

    def show_ticked(self, ticked: Mapping[str, int | None]) -> None:
        """Show which chips are checked and how strong each is, without telling anyone."""
        for chip in self._chips:
            chip.show_answer(ticked.get(chip.id), ticked=chip.id in ticked)

    def _make_chip(self, chip: Chip, description: str) -> Chip:
        chip.describe(description)
        if self._why_still:
            chip.hold_still(self._why_still)
        chip.clicked.connect(lambda checked: self.ticked.emit(chip.id, checked))
        return chip
