"""Get support: whom to call, what to say, where to rest. That it was opened is noted nowhere."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.learn.support import (
    BESIDE,
    HARD_DAY,
    IN_DANGER,
    NEW_SIGNS,
    WELCOME,
    Numbers,
    Support,
    Words,
)
from fibrojournal.text import _, month_and_year
from fibrojournal.ui.page import Page, Surroundings, all_scrolling
from fibrojournal.ui.pages.support.card_printing import print_card
from fibrojournal.ui.pages.support.large_text import LargeText
from fibrojournal.ui.pages.support.numbers import NumbersBox, all_words
from fibrojournal.ui.pages.support.person import PersonPart
from fibrojournal.ui.widgets.buttons import PrimaryButton, TextButton
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.choice import Choice
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, Phrase, card_title, page_title
from fibrojournal.ui.widgets.mark import Mark
from fibrojournal.ui.widgets.nested import add_layout
from fibrojournal.ui.widgets.side_by_side import SideBySide

_NARROWEST = 440
_BESIDE = 300
_GAP = 12


class SupportPage(Page):
    """The same in every theme and for everyone; only the chosen country changes what it says."""

    leaves_room = False

    def __init__(self, around: Surroundings, support: Support | None = None) -> None:
        super().__init__()
        self._around, self._theme = around, around.theme
        self._support = support or Support()
        self._build()
        around.choices.changed.connect(self._show_numbers)

    def shown(self) -> None:
        """Look which numbers are still good today."""
        self._offer_countries()
        self._show_numbers()

    def focus_first(self) -> None:
        """Focus the country, or what comes after it."""
        first = self._country if self._country.isVisibleTo(self) else self._large
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> list[QWidget]:
        """Return the cards, and what stands beside them."""
        return [self._cards, self._beside]

    @property
    def numbers(self) -> Numbers:
        """What to call, for the chosen country."""
        chosen = self._around.choices.now.support_country
        return self._support.for_country(chosen, self._today)

    @property
    def _today(self) -> date:
        return self._around.diary.day_of(self._around.now())

    # What it shows

    def _offer_countries(self) -> None:
        countries = self._support.countries(self._today)
        self._where.setVisible(bool(countries))
        self._country.clear()
        self._country.addItem(_("Choose a country"), "")
        for country in countries:
            self._country.addItem(country.name, country.code)
        chosen = self._country.findData(self._around.choices.now.support_country)
        self._country.setCurrentIndex(max(chosen, 0))

    def _show_numbers(self) -> None:
        numbers = self.numbers
        self._box.show_numbers(numbers, can_choose=self._country.count() > 1)
        checked = numbers.checked
        self._checked.setVisible(checked is not None)
        if checked is not None:
            words = _("The list was checked in {month}.").format(month=month_and_year(checked))
            self._checked.setText(words)
        self._where.arrange()
        self._quiet.setVisible(not self._theme.is_quiet)

    def _choose_country(self, place: int) -> None:
        self._around.choices.change(support_country=self._country.itemData(place))

    # What it does

    @property
    def _pairs(self) -> list[tuple[str, str]]:
        person = self._person.person
        pairs = [*all_words(self.numbers)]
        if person:
            pairs.append((person.name or _("Someone you trust"), person.number))
        return [*pairs, (BESIDE[0].title, BESIDE[0].text)]

    def _show_large(self) -> None:
        panel = LargeText(self._theme, self._pairs, self)
        panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        panel.open()

    def _print(self) -> None:
        print_card(self, self._pairs, self.told.emit)

    def _rest_eyes(self) -> None:
        choices = self._around.choices
        choices.take(choices.now.with_quiet_view())

    # Building

    def _build(self) -> None:
        theme = self._theme
        _area, column = all_scrolling(self, theme)
        margins = column.contentsMargins()
        margins.setTop(theme.size("space", "l"))
        column.setContentsMargins(margins)
        left, beside = _column(_GAP), _column(theme.size("space", "l"))
        for card in (self._build_danger(), self._build_new(), self._build_hard_day()):
            left[1].addWidget(card)
        for words in BESIDE:
            beside[1].addWidget(_words(self._around, words))
        self._person = PersonPart(theme, self._around.diary)
        self._person.did.connect(self.did)
        beside[1].addWidget(self._person)
        for _part, inside in (left, beside):
            inside.addStretch(1)
        self._cards, self._beside = left[0], beside[0]
        both = SideBySide(
            (self._cards, self._beside),
            lambda: theme.px(_NARROWEST + _BESIDE) + theme.size("space", "l"),
            stretches=(5, 3),
            gap=theme.size("space", "l"),
        )
        theme.changed.connect(both.arrange)
        column.addWidget(page_title(theme, WELCOME.title))
        column.addWidget(Label(theme, WELCOME.text, color="ink_2", wraps=True))
        column.addWidget(both)
        column.addStretch(1)

    def _build_danger(self) -> Card:
        theme, card = self._theme, Card(self._theme)
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(Mark(theme, "life-buoy", "accent", 44), 0, Qt.AlignmentFlag.AlignTop)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(card_title(theme, IN_DANGER.title))
        titles.addWidget(Label(theme, IN_DANGER.text, color="ink_2", wraps=True))
        add_layout(head, titles, 1)
        where = Phrase(theme, _("Where you are"), role="label")
        self._country = Choice(theme, _("Where you are"))
        self._country.activated.connect(self._choose_country)
        self._checked = Phrase(theme, role="caption", color="ink_2")
        self._where = SideBySide(
            (where, self._country, self._checked),
            lambda: (
                where.line_width()
                + self._country.sizeHint().width()
                + self._checked.line_width()
                + 2 * _GAP
            ),
            gap=_GAP,
        )
        self._box = NumbersBox(theme)
        self._large = TextButton(theme, _("Show as large text"), "a-large-small")
        self._large.clicked.connect(self._show_large)
        printed = TextButton(theme, _("Print a card"), "printer")
        printed.clicked.connect(self._print)
        add_layout(card.box, head)
        for part in (self._where, self._box, in_lines(self._large, printed)):
            card.box.addWidget(part)
        return card

    def _build_new(self) -> Card:
        theme, card = self._theme, _card(self._around, NEW_SIGNS)
        doctor = PrimaryButton(theme, _("When to see a doctor"), "stethoscope")
        doctor.clicked.connect(lambda: self.page_wanted.emit("reading:doctor"))
        card.box.addWidget(in_lines(doctor))
        return card

    def _build_hard_day(self) -> Card:
        theme, card = self._theme, _card(self._around, HARD_DAY)
        self._quiet = TextButton(theme, _("Quiet view"), "moon")
        self._quiet.clicked.connect(self._rest_eyes)
        hard = TextButton(theme, _("Hard day"), "pencil")
        hard.clicked.connect(lambda: self.page_wanted.emit("hard_day"))
        card.box.addWidget(in_lines(self._quiet, hard))
        return card


def _column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    whole = QWidget()
    inside = QVBoxLayout(whole)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(spacing)
    return whole, inside


def _card(around: Surroundings, words: Words) -> Card:
    card = Card(around.theme)
    card.box.setSpacing(4)
    card.box.addWidget(card_title(around.theme, words.title))
    card.box.addWidget(Label(around.theme, words.text, color="ink_2", wraps=True))
    card.box.addSpacing(4)
    return card


def _words(around: Surroundings, words: Words) -> QWidget:
    whole, inside = _column(4)
    inside.addWidget(Label(around.theme, words.title, role="block", wraps=True))
    inside.addWidget(Label(around.theme, words.text, color="ink_2", wraps=True))
    return whole
