"""What is new since the milestone before, when labels change next, and how much was asked."""

from __future__ import annotations

from PySide6.QtCore import Signal

from fibrojournal.analysis.milestones import last_milestones
from fibrojournal.analysis.pages import Relation
from fibrojournal.insights.cautions import fallen_away
from fibrojournal.insights.labels import label_word
from fibrojournal.insights.names import title
from fibrojournal.insights.page_words import checked, missing_days_words, next_look
from fibrojournal.insights.ranking import finding_of, is_news
from fibrojournal.insights.timing import when
from fibrojournal.journal.suspicions import Finding
from fibrojournal.text import _
from fibrojournal.ui.pages.factors.result_rows import Seen
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.buttons import FlushLink
from fibrojournal.ui.widgets.cards import Card
from fibrojournal.ui.widgets.flow import in_lines
from fibrojournal.ui.widgets.labels import Label, card_title


def news_of(seen: Seen, dismissed: frozenset[Finding]) -> tuple[str, ...]:
    """Say which links are new, and which have fallen away; or that none is."""
    milestones = last_milestones(seen.record.day)
    if len(milestones) < 2:
        return ()
    relations = [
        one for one in seen.page.relations if is_news(one) and finding_of(one) not in dismissed
    ]
    new = [_named(seen, one) for one in relations if not fallen_away(one)]
    gone = [_named(seen, one) for one in relations if fallen_away(one)]
    if not relations:
        return (_("Nothing has changed since day {day}.").format(day=milestones[1]),)
    lines = []
    if new:
        lines += [_("New since day {day}:").format(day=milestones[1]), *new]
    if gone:
        lines += [_("Fallen away since day {day}:").format(day=milestones[1]), *gone]
    return tuple(lines)


def about(seen: Seen) -> tuple[str, ...]:
    """Say how many questions were asked, when labels change, and what may be missing."""
    lines = [checked(seen.record.questions, seen.page), next_look(seen.record)]
    missing = missing_days_words(seen.record, seen.page.outcome)
    return (*lines, missing) if missing else tuple(lines)


def _named(seen: Seen, relation: Relation) -> str:
    asked, questions = relation.answer.question, seen.record.questions
    label = label_word(relation.label, seen.page.milestone)
    form = _("– {what}, {when}") if fallen_away(relation) else _("– {what}, {when}: {label}")
    return form.format(
        what=title(questions, asked.factor),
        when=when(questions, asked.factor, asked.outcome, asked.lag),
        label=label,
    )


class NewsCard(Card):
    """A few lines below the results, and the way to read how they come about."""

    reading_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title = card_title(theme, _("Since the last look"))
        self._news = Label(theme, role="body", wraps=True)
        self._about = Label(theme, role="small", color="ink_2", wraps=True)
        for label in (self._title, self._news, self._about):
            self.box.addWidget(label)
        self.reading = FlushLink(theme, _("How links are found"), "book-open")
        self.reading.clicked.connect(self.reading_wanted)
        self.box.addWidget(in_lines(self.reading, gap=0, line_gap=0))

    def show_seen(self, seen: Seen, dismissed: frozenset[Finding]) -> None:
        """Show what is new on a page."""
        news = news_of(seen, dismissed)
        self._title.setVisible(bool(news))
        self._news.setVisible(bool(news))
        self._news.setText("\n".join(news))
        self._about.setText("\n".join(about(seen)))
