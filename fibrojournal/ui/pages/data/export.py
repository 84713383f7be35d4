"""Export: write the journal to a file that other programs can read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from fibrojournal.journal.errors import JournalError
from fibrojournal.text import _, place, plural
from fibrojournal.ui.background import report
from fibrojournal.ui.folders import choose_new_file
from fibrojournal.ui.page import Page, Surroundings, all_scrolling, lead_back, titled
from fibrojournal.ui.stores import Store
from fibrojournal.ui.widgets.announce import announce
from fibrojournal.ui.widgets.back_link import BackLink
from fibrojournal.ui.widgets.buttons import PrimaryButton, TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.ways import Ways

CSV, JSON = "csv", "json"


class ExportPage(Page):
    """The person chooses a form and a place; what was there is replaced only by a whole file."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._theme, self._diary = around, around.theme, around.diary
        self._build()

    def shown(self) -> None:
        """Say what an export of this journal means, with nothing told of a former one."""
        self.subject_changed.emit("export", _("You opened Export."))
        self._warning.setVisible(self._diary.is_encrypted)
        self._line.hide()

    def focus_first(self) -> None:
        """Focus the choice of a form."""
        chosen = next(way for way in self.ways.options if way.isChecked())
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_place(self) -> None:
        form = self.ways.choice
        kinds = _("Table (*.csv)") if form == CSV else _("Archive (*.json)")
        start = Path.home() / f"{self._around.journal.stem}-{self._around.now():%Y-%m-%d}.{form}"
        target = choose_new_file(self, _("Export"), start, kinds)
        if target is not None:
            self.write(target if target.suffix else target.with_suffix(f".{form}"))

    def write(self, target: Path) -> None:
        """Write the journal to a file, in the chosen form."""
        form, journal = self.ways.choice, self._around.journal

        def work(store: Store) -> int:
            from fibrojournal.exchange.exporting import FORMATS
            from fibrojournal.exchange.safe_file import write_export

            snapshot = store.snapshot()
            write_export(target, FORMATS[form](snapshot), journal=journal)
            return sum(day.is_noted for day in snapshot.days)

        def done(days: int) -> None:
            words = plural(
                "One day was written to {{place}}.", "{n} days were written to {{place}}.", days
            )
            self._say(words.format(place=place(target)))

        def failed(error: BaseException) -> None:
            if isinstance(error, JournalError):
                words = str(error)
                for path in (target, target.parent):  # so that its lines can break
                    words = words.replace(str(path), place(path))
                self._say(words, color="notice_ink")
            else:
                report(error)

        self._diary.fetch(self, work, done, failed)

    def _say(self, words: str, color: str = "ink") -> None:
        self._line.set_color(color)
        self._line.setText(words)
        self._line.show()
        announce(self, words)

    def _build(self) -> None:
        theme = self._theme
        _area, column = all_scrolling(self, theme)
        back = BackLink(theme, _("Back to Settings"))
        back.clicked.connect(lambda: self.page_wanted.emit("settings"))
        lead_back(theme, column, back)
        words = _("A copy to take elsewhere. The journal stays as it is.")
        line = Label(theme, words, role="small", color="ink_2", wraps=True)
        add_layout(column, titled(theme, _("Export"), line))
        forms = [(CSV, _("A table")), (JSON, _("An archive"))]
        self.ways = Ways(theme, _("In which form"), forms)
        meanings = (
            _("CSV, one row a day: answers, triggers and notes, for a spreadsheet."),
            _("JSON, all that you noted: this program can bring it in again."),
        )
        for way, meaning in zip(self.ways.options, meanings, strict=True):
            way.set_meaning(meaning)
        self.ways.show_choice(CSV)
        column.addWidget(self.ways)
        words = _("The journal is locked, the export is not: whoever opens the file can read it.")
        self._warning = Label(theme, words, color="notice_ink", wraps=True)
        self._line = Label(theme, role="label", wraps=True)
        self._line.hide()
        column.addWidget(self._warning)
        self.go = PrimaryButton(theme, _("Choose where to save it"), "upload")
        self.go.clicked.connect(self._choose_place)
        leave = TextButton(theme, _("Not now"))
        leave.clicked.connect(lambda: self.page_wanted.emit("settings"))
        column.addWidget(in_lines(self.go, leave, gap=12, line_gap=10))
        column.addWidget(self._line)
        column.addStretch(1)
