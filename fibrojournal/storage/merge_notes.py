"""Notes of two copies: no text is lost where two computers wrote about the same day.

A note keeps its *heads*: the texts of which none was written over another. Whoever writes over a
note has seen its heads, so they become its past. When two copies meet, a text stays a head
unless the other copy has it in its past. That needs no order of merging: any order and grouping
gives the same heads, and what is shown follows from the heads alone.

Mostly a note has one head, the row itself. Where it has more, a row of the history with the
kind `note_heads` says which.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import cast

from fibrojournal.journal.day import Origin
from fibrojournal.storage.copy_state import NOTES, CopyState, Past, Row, rank

BETWEEN = "\n\n———\n\n"
"""What stands between two texts that were both kept."""

HEADS = "note_heads"
_CLEARED = 1
_TAKEN_OUT = 2

Heads = frozenset[Row]


@dataclass(frozen=True, slots=True)
class MergedNote:
    """What is to stand, and the heads that it shows."""

    row: Row
    heads: Heads
    is_joined: bool


class NoteSide:
    """What one copy knows of all notes."""

    def __init__(self, copy: CopyState) -> None:
        """Read the notes and their past."""
        self.rows = copy.rows[NOTES]
        self._recorded = recorded_heads(copy.past)
        self._past: dict[Row, set[Row]] = defaultdict(set)
        for past in copy.past:
            if past.kind == NOTES.name:
                said = json.loads(past.before)
                version = tuple(said[column] for column in NOTES.columns)
                self._past[NOTES.key(version)].add(version)

    def heads(self, key: Row) -> Heads:
        """Return the heads of a day's note; none where there never was one."""
        row = self.rows.get(key)
        return frozenset() if row is None else self._recorded.get(row, frozenset({row}))

    def says(self, key: Row) -> tuple[Row | None, Heads]:
        """Return what a day shows, and what it shows it for."""
        return self.rows.get(key), self.heads(key)

    def stems_from(self, key: Row, imports: Set[str]) -> bool:
        """Tell whether a day's note shows what one of some imports brought."""
        return any(NOTES.cell(head, "import_id") in imports for head in self.heads(key))

    def known(self, key: Row) -> Set[Row]:
        """Return every version of a day's note that this copy ever saw."""
        return self._past.get(key, set()) | self.heads(key)


def recorded_heads(history: Iterable[Past]) -> dict[Row, Heads]:
    """Read which rows show several heads; the latest word on each counts."""
    found = {}
    for past in history:
        if past.kind == HEADS:
            said = json.loads(past.before)
            found[tuple(said["row"])] = frozenset(map(tuple, said["heads"]))
    return found


def heads_record(note: MergedNote) -> Past:
    """Write down which heads a row shows."""
    said = {"row": note.row, "heads": sorted(note.heads, key=rank)}
    at = cast("int", NOTES.cell(note.row, "stamp"))
    return Past("merge", at, HEADS, NOTES.day(note.row), json.dumps(said, ensure_ascii=False))


def merge_note(mine: NoteSide, theirs: NoteSide, key: Row, undone: Set[str]) -> MergedNote:
    """Merge one day's note; `undone` are the imports whose texts do not stand."""
    ours, others = mine.heads(key), theirs.heads(key)
    heads = (ours & others) | (ours - theirs.known(key)) | (others - mine.known(key))
    return _shown(heads or ours | others, undone)


def _shown(heads: Heads, undone: Set[str]) -> MergedNote:
    in_order = sorted(heads, key=rank)
    cleared = [head for head in in_order if head[-1] == _CLEARED]
    after = rank(cleared[-1]) if cleared else ()
    standing = [head for head in in_order if _stands(head, undone) and rank(head) > after]
    texts = {str(NOTES.cell(head, "body")): head for head in standing}
    if not texts:
        row = cleared[-1] if cleared else (*in_order[-1][:-1], _TAKEN_OUT)
        return MergedNote(row, heads, is_joined=False)
    latest = standing[-1]
    if len(texts) == 1:
        return MergedNote(latest, heads, is_joined=False)
    joined = dict(zip(NOTES.columns, latest, strict=True)) | {
        "body": BETWEEN.join(sorted(texts, key=lambda text: rank(texts[text]))),
        "origin": Origin.TYPED.value,
        "import_id": None,
    }
    return MergedNote(tuple(joined.values()), heads, is_joined=True)


def _stands(head: Row, undone: Set[str]) -> bool:
    return not head[-1] and NOTES.cell(head, "import_id") not in undone
