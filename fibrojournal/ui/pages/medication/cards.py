"""The cards of the medication page: the lists, what is added, what came before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.medicines import ALWAYS, Medicine, Plan
from fibrojournal.text import _
from fibrojournal.ui.pages.medication.form import Labelled, LineOf, PlanForm, trouble_label
from fibrojournal.ui.pages.medication.rows import MedicineRow
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import Button, PrimaryButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.day_field import DayField
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import IconLabel, Label, card_title, page_title
from fibrojournal.ui.widgets.line import Line
from fibrojournal.ui.widgets.segments import Segments
from fibrojournal.ui.widgets.side_by_side import SideBySide

_NAME = 320
_TITLE = 300
_BEFORE, _FROM = "before", "from"


def headed(theme: Theme, line: Label, button: Button) -> SideBySide:
    """Stand the title of the page above a line of words, and a button beside them."""
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    title = page_title(theme, _("Medication"))
    column.addWidget(title)
    column.addWidget(line)
    header = SideBySide(
        (words, in_lines(button)),
        lambda: max(theme.px(_TITLE), title.line_width()) + button.sizeHint().width(),
        stretches=(1, 0),
    )
    theme.changed.connect(header.arrange)
    return header


def never_alone(theme: Theme) -> QHBoxLayout:
    """Say what always stands on the page."""
    row = QHBoxLayout()
    row.setSpacing(theme.size("space", "m"))
    row.addWidget(IconLabel(theme, "info", "ink_3"))
    words = _(
        "Never stop a medicine suddenly by yourself."
        " Take this page to the doctor or pharmacist who knows you."
    )
    row.addWidget(Label(theme, words, role="small", color="ink_2", wraps=True), 1)
    return row


class ListCard(Card):
    """A heading, a few words beside it, and rows with lines between them."""

    def __init__(self, theme: Theme, title: str, remark: str = "") -> None:
        super().__init__(theme)
        heading = card_title(theme, title)
        beside = Label(theme, remark, role="small", color="ink_3")
        parts: tuple[QWidget, ...] = (heading, beside) if remark else (heading,)
        self.box.addWidget(
            SideBySide(
                parts,
                lambda: heading.line_width() + beside.line_width() + 40,
                stretches=(1, 0)[: len(parts)],
            )
        )
        self._held = QWidget()
        self.box.addWidget(self._held)

    def show_rows(self, rows: Sequence[MedicineRow]) -> None:
        """Show rows in the place of those before; the card goes where there is none."""
        held, self._held = self._held, QWidget()
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        for row in rows:
            if row is not rows[0]:
                column.addWidget(Line(self._theme))
            column.addWidget(row)
        self.box.replaceWidget(held, self._held)
        held.hide()
        held.deleteLater()
        self._held.show()
        self.setVisible(bool(rows))


class SinceWhen(QWidget):
    """Whether a medicine was taken before the journal, or begins on a day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._choice = Segments(
            theme,
            _("Since when"),
            ((_BEFORE, _("I take it already")), (_FROM, _("It begins on"))),
        )
        self._day = DayField(theme, _("It begins on"))
        self._choice.chosen.connect(self._show_choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(in_lines(self._choice, self._day))

    @property
    def start(self) -> date:
        """The first day of the first course."""
        return ALWAYS if self._choice.choice == _BEFORE else self._day.day

    def begin(self, day: date, today: date) -> None:
        """Offer a day, up to today: what is to come is not noted."""
        self._choice.show_choice(_BEFORE)
        self._day.show_day(day, today)
        self._show_choice(_BEFORE)

    def _show_choice(self, choice: str) -> None:
        self._day.setVisible(choice == _FROM)
        self.updateGeometry()


class AddCard(Card):
    """Adds a medicine; all but its name may stay blank."""

    added = Signal(str, object, object)
    """Its name, its plan, and the first day of its course."""
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.name = LineOf(theme, _("Name"), width=_NAME)
        self.name.field.setMaxLength(60)
        self.form = PlanForm(theme)
        self.since = SinceWhen(theme)
        self.add = PrimaryButton(theme, _("Add it"), "check")
        self.leave = TextButton(theme, _("Not now"))
        self._trouble = trouble_label(theme)
        self.box.setSpacing(14)
        self.box.setContentsMargins(20, 17, 20, 17)
        self.box.addWidget(card_title(theme, _("A medicine to note")))
        self.box.addWidget(
            Label(
                theme,
                _("All but the name may stay blank. Without a time it is for any time of the day."),
                role="small",
                color="ink_2",
                wraps=True,
            )
        )
        self.box.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeading)
        self.box.addWidget(self._trouble)
        self.box.addWidget(self.form)
        self.box.addWidget(Labelled(theme, _("Since when"), self.since))
        self.box.addWidget(in_lines(self.add, self.leave))
        self.add.clicked.connect(self._add)
        self.leave.clicked.connect(self.left)
        for entered in (self.name.field.returnPressed, self.form.entered):
            entered.connect(self._add)

    def begin(self, day: date, today: date) -> None:
        """Ask for a new one."""
        self.name.field.clear()
        self._trouble.hide()
        self.form.clear()
        self.since.begin(day, today)

    def _add(self) -> None:
        name = self.name.field.text().strip()
        words = "" if name else _("A medicine needs a name; any name will do.")
        self._trouble.setText(words)
        self._trouble.setVisible(not name)
        self.name.field.setAccessibleDescription(words)
        if not name:
            self.name.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        plan = self.form.plan()
        if isinstance(plan, Plan):
            self.added.emit(name, plan, self.since.start)


class EarlierRow(QWidget):
    """A medicine that is not taken any more."""

    open_wanted = Signal(str)

    def __init__(self, theme: Theme, medicine: Medicine, words: str) -> None:
        super().__init__()
        self.medicine_id = medicine.id
        self.more = TextButton(theme, _("Open"))
        self.more.setAccessibleName(_("{medicine}: open").format(medicine=medicine.name))
        self.more.clicked.connect(lambda: self.open_wanted.emit(medicine.id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Label(theme, words, wraps=True), 1)
        row.addWidget(self.more)
