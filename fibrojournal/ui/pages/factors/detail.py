"""All that is said of one result: how sure it is, what to bear in mind, and how it was made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from fibrojournal.analysis.pages import Page
from fibrojournal.insights.labels import label_word
from fibrojournal.insights.making import how_made
from fibrojournal.insights.ranking import Row, to_dismiss
from fibrojournal.insights.timing import when
from fibrojournal.insights.words import HELD_FIXED, is_found, sentence_of, told
from fibrojournal.text import _, sentence_case
from fibrojournal.ui.pages.factors.result_rows import Seen
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import FlushLink
from fibrojournal.ui.widgets.cards import Card, FoldCard
from fibrojournal.ui.widgets.certainty import CertaintyDots
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, card_title
from fibrojournal.ui.widgets.side_by_side import SideBySide


class DetailCard(Card):
    """One result in words, and what can be done with it."""

    place_wanted = Signal()
    aside_wanted = Signal()
    """The person would rather not see it, or see it again."""
    page_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._factor = ""
        self._build()

    def show_row(self, seen: Seen, row: Row, *, is_aside: bool, has_place: bool) -> None:
        """Say what a row stands for."""
        self._factor = row.factor
        said = seen.told(row)
        self._title.setText(said.title)
        self._label.show_label(said.dots, said.label)
        self._label.setVisible(row.is_asked)
        self._sentence.setText(said.sentence)
        is_unclear = row.is_asked and not row.is_found
        self._numbers.setText(said.numbers)
        self._numbers.setVisible(is_unclear and bool(said.numbers))
        sure = " ".join(part for part in (said.chance, said.expectation) if part)
        self._sure.setText(sure)
        self._sure.setVisible(bool(sure))
        self._fixed.setVisible(row.is_asked)
        notes = [*said.notes, *_others(seen, row)]
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self.show_reverse("")
        self.place.setVisible(has_place)
        self.aside.setVisible(bool(to_dismiss(row)))
        self.aside.setText(_("Take it up again") if is_aside else _("Put this aside"))
        self.aside.set_icon("eye" if is_aside else "eye-off")

    def show_reverse(self, sentence: str) -> None:
        """Say what was found the other way round; nothing where it was not asked."""
        self._reverse.setText(sentence)
        self._reverse.setVisible(bool(sentence))

    def _try_out(self) -> None:
        self.page_wanted.emit(f"try_out:about:{self._factor}")

    def _build(self) -> None:
        theme = self._theme
        self._title = card_title(theme)
        self._label = CertaintyDots(theme)
        top = SideBySide(
            (self._title, self._label),
            lambda: theme.px(200) + self._label.sizeHint().width(),
            stretches=(1, 0),
        )
        theme.changed.connect(top.arrange)
        self._sentence = Label(theme, role="body", wraps=True)
        self._numbers = Label(theme, role="small", color="ink_2", wraps=True)
        self._sure = Label(theme, role="small", color="ink_2", wraps=True)
        self._fixed = Label(theme, _(HELD_FIXED), role="small", color="ink_2", wraps=True)
        self._notes = Label(theme, role="small", color="ink_2", wraps=True)
        self._reverse = Label(theme, role="small", color="ink_2", wraps=True)
        self.place = FlushLink(theme, _("Open its own page"), "chart-line")
        self.place.clicked.connect(self.place_wanted)
        self.try_out = FlushLink(theme, _("Try it out"), "scale")
        self.try_out.clicked.connect(self._try_out)
        self.aside = FlushLink(theme, _("Put this aside"), "eye-off")
        self.aside.clicked.connect(self.aside_wanted)
        self.box.addWidget(top)
        words = (self._sentence, self._numbers, self._notes, self._reverse, self._sure, self._fixed)
        for label in words:
            self.box.addWidget(label)
        self.box.addWidget(in_lines(self.place, self.try_out, self.aside, gap=20, line_gap=0))


class MadeCard(FoldCard):
    """How the number was made, a step a line; filled when it is opened."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("How this was made"))
        self._steps = Label(theme, role="small", color="ink_2", wraps=True)
        self._steps.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self._steps)

    def show_row(self, seen: Seen, row: Row) -> None:
        """Tell how a row came about."""
        steps = how_made(seen.record, seen.page, row.lead)
        numbered = (
            _("{n}. {step}").format(n=at, step=step) for at, step in enumerate(steps, start=1)
        )
        self._steps.setText("\n\n".join(numbered))


def reverse_of(seen: Seen, page: Page | None) -> str:
    """Say what was found the other way round, one day later; nothing where it was not asked."""
    if page is None:
        return ""
    questions = seen.record.questions
    for relation in page.relations:
        asked = relation.answer.question
        if asked.factor == seen.page.outcome and asked.lag == 1:
            words = {"sentence": sentence_of(questions, relation)}
            if not is_found(relation):
                return _("The other way round: {sentence}").format(**words)
            label = label_word(relation.label, page.milestone)
            return _("The other way round ({label}): {sentence}").format(label=label, **words)
    return ""


def _others(seen: Seen, row: Row) -> list[str]:
    """Say what was found of the same factor at its other delay."""
    questions = seen.record.questions
    lines = []
    for one in row.others:
        asked = one.answer.question
        at = when(questions, asked.factor, asked.outcome, asked.lag)
        said = told(seen.record, seen.page, one)
        form = _("{when}: {what} ({label}).") if is_found(one) else _("{when}: {what}.")
        what = said.headline[:1].lower() + said.headline[1:]
        lines.append(form.format(when=sentence_case(at), what=what, label=said.label))
    return lines
