"""The text of a topic: which of its paragraphs are headings, and how they look."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextBlock
from pytestqt.qtbot import QtBot

from fibrojournal.learn.library import topic
from fibrojournal.ui.reading_parts import MARK, ReadingText, TopicMark, page_text
from fibrojournal.ui.theme import Theme


@pytest.fixture
def text(theme: Theme, qtbot: object) -> ReadingText:
    return page_text(theme, topic("small_fiber"))


def paragraph(text: ReadingText, said: str) -> QTextBlock:
    document = text.document()
    blocks = (document.findBlockByNumber(number) for number in range(document.blockCount()))
    return next(block for block in blocks if block.text() == said)


@pytest.mark.parametrize(
    ("said", "level"),
    [("What research shows", 2), ("Is it linked? Established (A)", 3)],
)
def test_headings_have_their_level(text: ReadingText, said: str, level: int) -> None:
    assert paragraph(text, said).blockFormat().headingLevel() == level


def test_a_claim_stands_out_above_what_is_told_of_it(text: ReadingText) -> None:
    claim = paragraph(text, "Is it a cause? Emerging (C)")
    told = claim.next()
    assert claim.charFormat().fontWeight() == QFont.Weight.DemiBold
    assert told.charFormat().fontWeight() == QFont.Weight.Normal
    assert claim.blockFormat().topMargin() > told.blockFormat().topMargin()
    assert told.blockFormat().headingLevel() == 0


def test_the_icon_of_a_topic_follows_the_size_of_text(theme: Theme, qtbot: QtBot) -> None:
    mark = TopicMark(theme, topic("sleep"))
    qtbot.addWidget(mark)
    theme.set_scale(2.0)
    assert mark.width() == mark.height() == 2 * MARK
