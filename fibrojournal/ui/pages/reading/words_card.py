"""The medical words of a reading, each with the sentence that explains it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from fibrojournal.learn.glossary import Term
from fibrojournal.text import _, sentence_case
from fibrojournal.ui.theme import Theme
from fibrojournal.ui.widgets.cards import FoldCard
from fibrojournal.ui.widgets.labels import Label
from fibrojournal.ui.widgets.nested import add_layout


class WordsCard(FoldCard):
    """Closed, it names the words; open, it explains them in the order of their first use."""

    def __init__(self, theme: Theme, terms: Sequence[Term]) -> None:
        super().__init__(theme, _("Words on this page"))
        self._terms = tuple(terms)
        self.row.set_summary(", ".join(term.word for term in terms))
        self.opened.connect(self._fill)

    def _fill(self, is_open: bool) -> None:  # noqa: FBT001  a signal's own argument
        if not is_open or self.body.count():
            return
        for term in self._terms:
            entry = QVBoxLayout()
            entry.setSpacing(2)
            word = sentence_case(term.word)
            entry.addWidget(Label(self._theme, word, role="small_strong", wraps=True))
            entry.addWidget(
                Label(self._theme, term.meaning, role="small", color="ink_2", wraps=True)
            )
            add_layout(self.body, entry)
