"""One topic as a full page: its title, how sure research is, the text, the words it uses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fibrojournal.journal.factors import FACTORS
from fibrojournal.learn.library import FACTOR_TOPICS, SOURCES, topic
from fibrojournal.learn.topics import Topic
from fibrojournal.text import _, plural
from fibrojournal.ui.diary import Diary
from fibrojournal.ui.pages.reading.blind_card import BlindCard, FactCard, fact_of
from fibrojournal.ui.pages.reading.grade_cards import grade_cards
from fibrojournal.ui.pages.reading.words_card import WordsCard
from fibrojournal.ui.reading_parts import TopicMark, page_text
from fibrojournal.ui.reading_sources import SourceRow
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import TextButton
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, page_title
from fibrojournal.ui.widgets.nested import add_layout

_LETTERS = 66
_SAMPLE = "It is not known which of them comes first, and both may be so."
_MARK = 48
_GAP = 14


class Article(QWidget):
    """Made anew for each topic, and for each theme: it is all words and paint."""

    topic_wanted = Signal(str)
    """The id of another topic to read on."""

    def __init__(self, theme: Theme, diary: Diary, shown: Topic) -> None:
        super().__init__()
        self._theme, self.topic = theme, shown
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        add_layout(column, self._build_head(shown))
        fact = fact_of(shown)
        asked = FactCard(theme, diary, fact) if fact is not None else None
        self.text = page_text(theme, shown)
        for part in (*self._above(shown, asked), self.text, *self._below(shown, asked)):
            column.addWidget(part)

    def _above(self, shown: Topic, asked: FactCard | None) -> Iterator[QWidget]:
        """Yield what stands before the text."""
        if shown.grades:
            yield grade_cards(self._theme, shown.grades)
        if shown.cannot_see:
            yield BlindCard(self._theme, shown)
            if asked is not None:
                yield asked
        if shown.terms and shown.factor:
            yield WordsCard(self._theme, shown.terms)

    def _below(self, shown: Topic, asked: FactCard | None) -> Iterator[QWidget]:
        """Yield what stands after the text."""
        if asked is not None and not shown.cannot_see:
            yield asked
        if shown.id == SOURCES:
            yield from (SourceRow(self._theme, source) for source in shown.sources)
        if shown.links:
            yield self._build_links(shown)

    def _build_head(self, shown: Topic) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(TopicMark(theme, shown, _MARK), 0, Qt.AlignmentFlag.AlignTop)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(page_title(theme, shown.title))
        titles.addWidget(Label(theme, _about_words(shown), role="small", color="ink_2", wraps=True))
        add_layout(row, titles, 1)
        return row

    def _build_links(self, shown: Topic) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(self._theme, _("Read on"), role="block", wraps=True))
        buttons = []
        for id in shown.links:
            other = topic(id)
            button = TextButton(self._theme, other.title, other.icon)
            button.clicked.connect(partial(self.topic_wanted.emit, id))
            buttons.append(button)
        column.addWidget(in_lines(*buttons))
        return whole


def text_width(theme: Theme) -> int:
    """Return the width of a line of 66 letters, in px: longer ones are hard to follow."""
    width = QFontMetrics(theme.font("reading")).horizontalAdvance(_SAMPLE)
    return round(width / len(_SAMPLE) * _LETTERS)


def _about_words(shown: Topic) -> str:
    if shown.id not in FACTOR_TOPICS:
        return plural("About a minute", "About {n} minutes", shown.minutes)
    place = FACTOR_TOPICS.index(shown.id)
    words = [_("Factor {place} of {count}").format(place=place + 1, count=len(FACTOR_TOPICS))]
    name = _(FACTORS[place].name)  # by which Factors lists it
    if not shown.title.startswith(name):
        words.append(name)
    words.append(plural("about a minute", "about {n} minutes", shown.minutes))
    return " · ".join(words)
