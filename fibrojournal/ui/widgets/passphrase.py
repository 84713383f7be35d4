"""Where a passphrase is typed: hidden, shown on request, and twice where it is a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fibrojournal.journal.passphrase import Strength, strength
from fibrojournal.text import N_, _
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout

_GAP = 8
_WIDEST = 420
_SECRET = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
_WORDS = {
    Strength.WEAK: N_("Quick to guess. A few more words make it much harder."),
    Strength.FAIR: N_("Some work to guess. One more word would help."),
    Strength.GOOD: N_("Hard to guess."),
    Strength.STRONG: N_("Very hard to guess."),
}


class PassphraseField(TextField):
    """Hides what is typed until `set_shown`; knows whether caps lock is on while one types."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.caps_lock_is_on = False
        """As far as the last letter told."""
        self.setInputMethodHints(_SECRET)
        self.set_shown(shown=False)

    def set_shown(self, *, shown: bool) -> None:
        """Show what is typed, or hide it."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)

    def _restyle(self) -> None:
        super()._restyle()
        self.setMaximumWidth(self._theme.px(_WIDEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice capitals without Shift, which only caps lock gives."""
        letter = event.text()
        if letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_is_on = letter.isupper() != shift
        super().keyPressEvent(event)


class ShowButton(TextButton):
    """Shows what is typed in some fields while it is pressed in."""

    def __init__(self, theme: Theme, fields: tuple[PassphraseField, ...]) -> None:
        super().__init__(theme, _("Show"), "eye")
        self._fields = fields
        self.setCheckable(True)
        self.toggled.connect(self._show)
        self._show(shown=False)

    def _show(self, shown: bool) -> None:  # noqa: FBT001  Qt's signal decides
        for field in self._fields:
            field.set_shown(shown=shown)
        self.setText(_("Hide") if shown else _("Show"))
        self.setAccessibleDescription(_("what is typed is shown") if shown else "")
        self.updateGeometry()


def beside(field: PassphraseField, show: ShowButton) -> QHBoxLayout:
    """Stand a field and its button in a row."""
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    row.addWidget(field, 1)
    row.addWidget(show)
    row.addStretch(0)
    return row


class PassphraseEntry(QWidget):
    """One passphrase: its label, the field, and the button that shows it."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed in the field."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.field = PassphraseField(theme, name)
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.entered)
        self._show = ShowButton(theme, (self.field,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP - 2)
        label = Label(theme, name, role="small_strong", wraps=True)
        label.setBuddy(self.field)
        column.addWidget(label)
        add_layout(column, beside(self.field, self._show))

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.field.text()

    def focus_first(self) -> None:
        """Focus the field, so that what is typed takes the place of what is there."""
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


class NewPassphrase(QWidget):
    """A new passphrase, typed twice, with its strength in words and no rules."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed while both fields agree."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.first = PassphraseField(theme, _("New passphrase"))
        self.second = PassphraseField(theme, _("The same once more"))
        self._show = ShowButton(theme, (self.first, self.second))
        self._strength = Label(theme, role="small", color="ink_2", wraps=True)
        self._agreement = Label(theme, role="small", color="ink_2", wraps=True)
        self._build()
        for field in (self.first, self.second):
            field.textChanged.connect(self._compare)
            field.returnPressed.connect(self._enter)
        self._compare()

    @property
    def passphrase(self) -> str:
        """What both fields say; empty while they differ."""
        return self.first.text() if self.first.text() == self.second.text() else ""

    def focus_first(self) -> None:
        """Focus the first field."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if self.passphrase:
            self.entered.emit()
        elif not self.second.text():
            self.second.setFocus(Qt.FocusReason.TabFocusReason)

    def _compare(self) -> None:
        first, second = self.first.text(), self.second.text()
        advice = _("Four or five words that do not belong together are easy to keep in mind.")
        self._strength.setText(_(_WORDS[strength(first)]) if first else advice)
        if second and not first.startswith(second):
            self._agreement.setText(_("The two are not the same yet."))
        elif first and first == second:
            self._agreement.setText(_("Both are the same."))
        else:
            self._agreement.setText(_("Twice, so that a slip of the finger locks nobody out."))
        self.changed.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP - 2)
        column.addWidget(self._label(self.first))
        add_layout(column, beside(self.first, self._show))
        column.addWidget(self._strength)
        column.addSpacing(_GAP)
        column.addWidget(self._label(self.second))
        column.addWidget(self.second)
        column.addWidget(self._agreement)

    def _label(self, field: PassphraseField) -> Label:
        label = Label(self._theme, field.accessibleName(), role="small_strong", wraps=True)
        label.setBuddy(field)
        return label
