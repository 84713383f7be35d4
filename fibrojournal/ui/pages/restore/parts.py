"""The cards of the Restore page: what a copy holds, and which days differ."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from fibrojournal.journal.questions import Questions
from fibrojournal.storage.restoring import Comparison
from fibrojournal.text import _, plural
from fibrojournal.ui.pages.restore.words import count_rows, day_words
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import PrimaryButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.check_list import CheckList, CheckRow
from fibrojournal.ui.widgets.fields import TextField
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.text_table import TextTable

_MOST_ROWS = 5


class CountsCard(Card):
    """What the copy holds and what the journal holds, side by side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.table = TextTable(theme)
        self.table.setAccessibleName(_("What each of them holds"))
        self.box.setContentsMargins(10, 4, 10, 4)
        self.box.addWidget(self.table)

    def show_comparison(self, found: Comparison) -> None:
        """Show the counts of a copy."""
        headings = ("", _("In the backup"), _("In the journal now"), "")
        self.table.show_texts(headings, count_rows(found))
        self.table.setCurrentCell(0, 0)


class DaysCard(Card):
    """The days that differ, to be read or chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.box.setSpacing(theme.size("space", "xs"))
        self.box.addWidget(card_title(theme, _("What differs, day by day")))
        self.list = CheckList(theme, _("Days that differ"), _MOST_ROWS)
        self.box.addWidget(self.list)

    def show_comparison(self, found: Comparison, questions: Questions) -> None:
        """Show the days of a copy that differ, newest first, and how many do not."""
        rows = []
        for difference in found.days:
            words = day_words(difference, questions)
            rows.append(CheckRow(words.day, words.icon, words.what, words.outcome))
        if found.same_days or not rows:
            name = plural("One other day", "{n} other days", found.same_days)
            if not rows:
                name = _("Every day")
            what, outcome = _("the same in both"), _("no change")
            rows.append(CheckRow(name, "check", what, outcome, can_be_chosen=False))
        self.list.show_rows(rows)


class UnlockCard(Card):
    """Asks for what opens a copy that the journal's own key does not open."""

    tried = Signal(str)
    """What the person typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.box.addWidget(card_title(theme, _("This backup has a lock of its own")))
        name = _("Passphrase or recovery code")
        self.box.addWidget(Label(theme, name, role="label"))
        self._field = TextField(theme, name)
        self._field.setEchoMode(TextField.EchoMode.Password)
        self._field.returnPressed.connect(self._try)
        self.box.addWidget(self._field)
        self._wrong = Label(theme, role="small", color="notice_ink", wraps=True)
        self._wrong.hide()
        self.box.addWidget(self._wrong)
        row = QHBoxLayout()
        self._open = PrimaryButton(theme, _("Open"), "lock")
        self._open.clicked.connect(self._try)
        row.addWidget(self._open)
        row.addStretch(1)
        add_layout(self.box, row)

    def ask(self) -> None:
        """Begin anew."""
        self._field.clear()
        self._wrong.hide()

    def say(self, sentence: str) -> None:
        """Say why it did not open."""
        self._wrong.setText(sentence)
        self._wrong.show()
        self._field.setFocus()
        self._field.selectAll()

    def _try(self) -> None:
        if self._field.text():
            self.tried.emit(self._field.text())
