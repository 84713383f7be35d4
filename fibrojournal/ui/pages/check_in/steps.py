"""The two steps of a check-in that ask: where it hurt, and how it has been."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.check_in_measures import LASTS, SEVERITIES, SSS, SYMPTOMS
from fibrojournal.journal.measures import Measure
from fibrojournal.journal.scoring import CheckIn
from fibrojournal.text import _
from fibrojournal.ui.pages.body.day import AreasPicker
from fibrojournal.ui.pages.check_in.words import derived_words, half_year_words, week_words
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.area_list import NOTHING
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.short_scale import ShortScale, first_blank
from fibrojournal.ui.widgets.side_by_side import SideBySide

_LABEL_WIDTH, _OFFER_WIDTH = 190, 260


class Step(QWidget):
    """A step: it shows the answers that stand, and hands on what the person changes."""

    changed = Signal(object)
    """The whole check-in with the new answer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._check_in = CheckIn()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.size("space", "m"))

    def show_answers(self, check_in: CheckIn) -> None:
        """Show what is answered, without telling anyone."""
        self._check_in = check_in

    def _give(self, **answers: object) -> None:
        self.changed.emit(replace(self._check_in, **answers))  # type: ignore[arg-type]


class WhereStep(Step):
    """The areas of the last seven days, and whether it has been so for three months."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._week: frozenset[str] | None = None
        self._span = Label(theme, role="small", color="ink_2", wraps=True)
        self._offer = Card(theme)
        self._offer_words = Label(theme, role="small", wraps=True)
        self._take = TextButton(theme, _("Take these areas"), "person-standing")
        self._take.setAccessibleDescription(_("Derived from your body maps"))
        self._take.clicked.connect(lambda: self._give(areas=self._week))
        offer = SideBySide(
            (self._offer_words, self._take),
            lambda: theme.px(_OFFER_WIDTH) + self._take.sizeHint().width(),
            stretches=(1, 0),
        )
        theme.changed.connect(offer.arrange)
        self._offer.box.addWidget(offer)
        self.picker = AreasPicker(theme, nothing=_("Nothing hurt"))
        self.picker.ticked.connect(self._tick)
        self._lasts = question_row(theme, LASTS, numbers=False)
        lasting = Card(theme)
        lasting.box.addWidget(self._lasts)
        for part in (self._span, self._offer, self.picker, lasting):
            self._column.addWidget(part)
        self._lasts.scale.answered.connect(
            lambda value: self._give(lasting=None if value is None else bool(value))
        )

    def show_week(self, day: date, week: frozenset[str] | None) -> None:
        """Name the days it is about; offer what their body maps mark, where all seven have one."""
        self._week = week
        self._span.setText(
            _("Any pain in the last 7 days, {week}, counts.").format(week=week_words(day))
        )
        self._show_offer()

    def show_answers(self, check_in: CheckIn) -> None:
        """Show what is answered."""
        super().show_answers(check_in)
        areas = check_in.areas
        self.picker.show_areas(None if areas is None else dict.fromkeys(areas))
        self._lasts.scale.show_answer(None if check_in.lasting is None else int(check_in.lasting))
        self._show_offer()

    def focus_first(self) -> None:
        """Focus the list."""
        self.picker.list.focus_first()

    def hold_still(self, why: str) -> None:
        """Take nothing."""
        self.picker.hold_still(why)
        self._lasts.scale.hold_still(why)

    def _show_offer(self) -> None:
        week = self._week
        self._offer.setVisible(week is not None)
        if week is not None:
            is_taken = self._check_in.areas == week
            words = derived_words(week)
            if is_taken:
                words = _("{maps} They are taken here: derived from your body maps.").format(
                    maps=words
                )
            self._offer_words.setText(words)
            self._take.setVisible(not is_taken)

    def _tick(self, id: str, on: bool) -> None:  # noqa: FBT001  a Qt signal's shape
        areas = self._check_in.areas or frozenset()
        if id == NOTHING:
            self._give(areas=frozenset() if on else None)
        elif on:
            self._give(areas=areas | {id})
        else:  # the last one may have been a slip: no area at all is said by its own box
            self._give(areas=(areas - {id}) or None)


class HowStep(Step):
    """Three severities over seven days, and three things over six months."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._week, self._half_year = (
            Label(theme, role="caption", color="ink_2", wraps=True) for _i in range(2)
        )
        self.rows = {item.id: question_row(theme, item) for item in SEVERITIES}
        had = {item.id: question_row(theme, item, numbers=False) for item in SYMPTOMS}
        self._column.addWidget(
            question_card(
                theme,
                _("Over the last 7 days, how much trouble was"),
                self._week,
                list(self.rows.values()),
                _("Slight: mild, comes and goes. Moderate: often there. Severe: disturbs life."),
            )
        )
        self._column.addWidget(
            question_card(
                theme,
                _("At any time in the last 6 months, did you have"),
                self._half_year,
                list(had.values()),
            )
        )
        self.rows |= had
        for id, row in self.rows.items():
            row.scale.answered.connect(lambda value, id=id: self._answer(id, value))

    def show_week(self, day: date) -> None:
        """Name the spans of time."""
        self._week.setText(week_words(day))
        self._half_year.setText(half_year_words(day))

    def show_answers(self, check_in: CheckIn) -> None:
        """Show what is answered."""
        super().show_answers(check_in)
        for id, row in self.rows.items():
            row.scale.show_answer(getattr(check_in.symptoms, _part(id)))

    def focus_first(self) -> None:
        """Focus the first question without an answer."""
        scale = first_blank([row.scale for row in self.rows.values()])
        scale.stop.setFocus(Qt.FocusReason.TabFocusReason)

    def hold_still(self, why: str) -> None:
        """Take nothing."""
        for row in self.rows.values():
            row.scale.hold_still(why)

    def _answer(self, id: str, value: int | None) -> None:
        self._give(symptoms=replace(self._check_in.symptoms, **{_part(id): value}))


class QuestionRow(SideBySide):
    """The words of a question, and its cells."""

    def __init__(self, theme: Theme, words: QWidget, scale: ShortScale) -> None:
        super().__init__(
            (words, scale),
            lambda: theme.px(_LABEL_WIDTH) + scale.sizeHint().width(),
            stretches=(1, 0),
        )
        self.scale = scale
        theme.changed.connect(self.arrange)


def question_row(theme: Theme, item: Measure, *, numbers: bool = True) -> QuestionRow:
    """Make the row of an item; one without numbers asks for yes or no."""
    words = QWidget()
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Label(theme, item.label, role="label", wraps=True))
    if item in (*SEVERITIES, LASTS):
        hint = Label(theme, _(item.question), role="caption", color="ink_2", wraps=True)
        column.addWidget(hint)
    if numbers:
        return QuestionRow(theme, words, ShortScale(theme, item))
    scale = ShortScale(theme, item, numbers=False, keys="yn", order=(1, 0))
    return QuestionRow(theme, words, scale)


def question_card(
    theme: Theme,
    title: str,
    span: Label,
    rows: Sequence[QuestionRow],
    foot: str = "",
) -> Card:
    """Make a card of rows under what they have in common."""
    card = Card(theme)
    head = QWidget()
    line = QHBoxLayout(head)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(card_title(theme, title), 3)
    span.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(span, 1)
    card.box.addWidget(head)
    for row in rows:
        card.box.addWidget(row)
    if foot:
        card.box.addWidget(Label(theme, foot, role="caption", color="ink_2", wraps=True))
    return card


def _part(item_id: str) -> str:
    return item_id.removeprefix(f"{SSS}_")
