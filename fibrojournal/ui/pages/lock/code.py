"""The step that shows a recovery code and has one group of it typed back."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fibrojournal.storage.recovery_code import GROUP, as_written
from fibrojournal.text import N_, _
from fibrojournal.ui.code_printing import print_code
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.code_groups import AllGroups, OneGroup
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import IconLabel, Label
from fibrojournal.ui.widgets.paint import draw_box
from fibrojournal.ui.widgets.side_by_side import SideBySide

NO_WAY_BACK = N_(
    "There is no way back without the passphrase and without this code: not for you, not for "
    "anyone, and there is nobody to write to. Keep the paper where you keep papers that matter."
)
_FIELD = 150
_GAP = 12


class CodeStep(QWidget):
    """Shows the groups. One, drawn by chance, is covered while it is typed back from the paper."""

    changed = Signal()
    """What was typed back fits now, or fits no longer."""
    entered = Signal()
    """Enter was pressed in the field."""
    told = Signal(str)
    """A sentence for the notice above the page."""

    def __init__(self, theme: Theme, groups: Sequence[str]) -> None:
        super().__init__()
        self._theme, self._groups = theme, tuple(groups)
        self._asked = secrets.randbelow(len(self._groups)) + 1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._build_code())
        column.addWidget(self._build_question())
        column.addWidget(KeyNotice(theme, _(NO_WAY_BACK)))
        self._judge()

    @property
    def asked(self) -> int:
        """Which group is typed back, from 1."""
        return self._asked

    @property
    def fits(self) -> bool:
        """Tell whether the group that was asked for was typed back."""
        return as_written(self.field.text()) == self._groups[self._asked - 1]

    @property
    def reason(self) -> str:
        """Why one cannot go on yet; empty where one can."""
        if self.fits:
            return ""
        return _("Type back group {number} first.").format(number=self._asked)

    def focus_first(self) -> None:
        """Focus what comes before typing back: ways to get the code on paper."""
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the group while the field has the focus, and once it was typed back."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            typing = event.type() == QEvent.Type.FocusIn
            for view in (self._all, self._one):
                view.cover(self._asked if typing else 0)
        return False

    def _judge(self) -> None:
        typed = as_written(self.field.text())
        words = _("It is covered above while you type. One group is enough; take your time.")
        if self.fits:
            words = _("That is group {number}.").format(number=self._asked)
        elif len(typed) >= GROUP:
            words = _(
                "That is not group {number} yet. Zero and the letter O look alike; the code has "
                "no O."
            ).format(number=self._asked)
        if words != self._words.text():
            self._words.setText(words)
            if len(typed) >= GROUP:
                announce(self, words)
        self.changed.emit()

    def _show_one(self, one: bool) -> None:  # noqa: FBT001  Qt's signal decides
        self._one.setVisible(one)
        self._all.setVisible(not one)
        self._switch.setText(_("Show all groups") if one else _("Show one group at a time"))
        self._switch.updateGeometry()

    def _build_code(self) -> Card:
        theme, card = self._theme, Card(self._theme)
        title = Label(theme, _("Your recovery code"), role="heading")
        about = Label(
            theme, _("14 groups of 4 · capitals do not matter"), role="small", color="ink_2"
        )
        heading = SideBySide(
            (title, about),
            lambda: title.sizeHint().width() + _GAP + about.sizeHint().width(),
            stretches=(1, 0),
            gap=_GAP,
        )
        theme.changed.connect(heading.arrange)
        self._all, self._one = AllGroups(theme, self._groups), OneGroup(theme, self._groups)
        self._one.hide()
        hint = _(
            "Write it on paper, or print it. It has no letter O, I, L or U, so a round sign is "
            "always a zero."
        )
        self._print = TextButton(theme, _("Print the code"), "printer")
        self._print.clicked.connect(lambda: print_code(self, self._groups, self.told.emit))
        self._switch = TextButton(theme, _("Show one group at a time"), "eye")
        self._switch.setCheckable(True)
        self._switch.toggled.connect(self._show_one)
        card.box.addWidget(heading)
        card.box.addWidget(self._all)
        card.box.addWidget(self._one)
        card.box.addWidget(Label(theme, hint, role="small", color="ink_2", wraps=True))
        card.box.addWidget(in_lines(self._print, self._switch))
        card.box.setContentsMargins(20, 15, 20, 15)
        return card

    def _build_question(self) -> Card:
        theme, card = self._theme, Card(self._theme)
        question = _("Type back group {number}, from your paper").format(number=self._asked)
        title = Label(theme, question, role="label", wraps=True)
        self.field = TextField(theme, question)
        self.field.setMaxLength(2 * GROUP)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._judge)
        self.field.returnPressed.connect(self.entered)
        title.setBuddy(self.field)
        self._words = Label(theme, role="small", color="ink_2", wraps=True)
        self.field.setFixedWidth(_FIELD)
        both = SideBySide(
            (self.field, self._words), lambda: theme.px(2 * _FIELD), stretches=(0, 1), gap=_GAP
        )
        theme.changed.connect(both.arrange)
        card.box.addWidget(title)
        card.box.addWidget(both)
        card.box.setContentsMargins(20, 13, 20, 15)
        card.box.setSpacing(8)
        return card


class KeyNotice(QFrame):
    """What everyone who sets up a lock needs to know, beside a key."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 9, 18, 9)
        row.setSpacing(16)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(theme, "key-round", "notice_ink", side=18), 0, top)
        row.addWidget(Label(theme, text, role="small", color="notice_ink", wraps=True), 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_box(
            painter,
            QRectF(self.rect()),
            theme.size("radius", "control"),
            theme.qcolor("notice_bg"),
        )
