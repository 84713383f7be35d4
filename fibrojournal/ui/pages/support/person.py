"""Someone you trust: a name and a number, kept in the journal and nowhere else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fibrojournal.journal.trusted import LONGEST, Trusted, set_trusted, trusted_of
from fibrojournal.learn.support import TRUSTED
from fibrojournal.text import _
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import LinkButton, TextButton
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.focus import tab_after
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.still import hold_still


class PersonPart(QWidget):
    """Shows the person, or offers to add one; the form stands in place of both."""

    did = Signal(str)
    """What was done, as a sentence."""

    def __init__(self, theme: Theme, diary: Diary) -> None:
        super().__init__()
        self._theme, self._diary = theme, diary
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "s"))
        column.addWidget(Label(theme, TRUSTED.title, role="block", wraps=True))
        column.addWidget(Label(theme, TRUSTED.text, color="ink_2", wraps=True))
        self._shown = self._build_shown()
        self._form = self._build_form()
        self._form.hide()
        column.addWidget(self._shown)
        column.addWidget(self._form)
        diary.common_changed.connect(self._show)
        self._show()

    @property
    def person(self) -> Trusted:
        """Whom the journal names now."""
        return trusted_of(self._diary.common.settings)

    def _show(self) -> None:
        person = self.person
        for label, words in ((self._name, person.name), (self._number, person.number)):
            label.setText(words)
            label.setVisible(bool(words))
        self._add.setVisible(not person)
        self._change.setVisible(bool(person))
        self._remove.setVisible(bool(person))

    def _ask(self) -> None:
        person = self.person
        self._name_field.setText(person.name)
        self._number_field.setText(person.number)
        self._shown.hide()
        self._form.show()
        tab_after(self._add, self._form)
        self.focus_first()

    def _keep(self) -> None:
        self._take(Trusted(self._name_field.text(), self._number_field.text()))
        self._leave()

    def focus_first(self) -> None:
        """Focus the form while it is open, or the button that opens it."""
        first: QWidget = self._change if self.person else self._add
        if self._form.isVisibleTo(self):
            first = self._name_field
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self) -> None:
        self._form.hide()
        self._shown.show()
        self.focus_first()

    def _take_away(self) -> None:
        if self._take(Trusted()):
            self.did.emit(_("The person you trust is taken off this page."))
        self._add.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, person: Trusted) -> bool:
        return self._diary.edit(set_trusted(person), TRUSTED.title)

    def _build_shown(self) -> QWidget:
        theme, whole = self._theme, QWidget()
        self._name = Label(theme, role="heading", wraps=True)
        self._number = Label(theme, role="number", wraps=True)
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._add = TextButton(theme, _("Add a person"), "plus")
        self._change = TextButton(theme, _("Change"), "pencil")
        self._remove = LinkButton(theme, _("Take off this page"))
        self._add.clicked.connect(self._ask)
        self._change.clicked.connect(self._ask)
        self._remove.clicked.connect(self._take_away)
        for button in (self._add, self._change, self._remove):
            if self._diary.why_read_only:
                hold_still(button, self._diary.why_read_only)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._number)
        column.addWidget(in_lines(self._add, self._change, self._remove))
        return whole

    def _build_form(self) -> QWidget:
        theme, whole = self._theme, QWidget()
        name, number = _("Name"), _("Number")
        self._name_field = TextField(theme, name)
        self._number_field = TextField(theme, number)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for words, field in ((name, self._name_field), (number, self._number_field)):
            label = Label(theme, words, role="small_strong", wraps=True)
            label.setBuddy(field)
            field.setMaxLength(LONGEST)
            field.returnPressed.connect(self._keep)
            column.addWidget(label)
            column.addWidget(field)
        keep = TextButton(theme, _("Keep"), "check")
        keep.clicked.connect(self._keep)
        leave = LinkButton(theme, _("Leave it"))
        leave.clicked.connect(self._leave)
        column.addSpacing(4)
        column.addWidget(in_lines(keep, leave))
        return whole
