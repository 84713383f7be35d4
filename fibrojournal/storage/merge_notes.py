"""Notes of two copies: no text is lost where two computers wrote about the same day.

What copies know of a note are three sets, which only ever grow: versions that somebody wrote
over (`note` in the history, from the triggers of the schema), versions that a merge put beside
others or out of sight (`note_beside`), and the joined texts that merges wrote (`note_joined`).
Merging unites the sets. A version is *live* until it was written over, by itself or as a part
of a joined text, and what a day shows follows from its live versions alone. So any order and
grouping of merges shows the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Set
from dataclasses import dataclass

from fibrojournal.journal.day import Origin
from fibrojournal.storage.copy_state import (
    CLEARED,
    NOTE_BESIDE,
    NOTE_JOINED,
    NOTES,
    TAKEN_OUT,
    CopyState,
    Row,
    rank,
)

BETWEEN = "\n\n———\n\n"
"""What stands between two texts that were both kept."""


@dataclass(frozen=True, slots=True)
class MergedNote:
    """What is to stand on a day, and whether it holds the texts of several versions."""

    row: Row
    is_joined: bool


class Versions:
    """Every version of every note that one of some copies ever saw."""

    def __init__(self, *copies: CopyState) -> None:
        """Read the notes and their past."""
        self._present: dict[Row, set[Row]] = defaultdict(set)
        self._past: dict[str, dict[Row, set[Row]]] = {
            kind: defaultdict(set) for kind in (NOTES.name, NOTE_BESIDE, NOTE_JOINED)
        }
        for copy in copies:
            for key, row in copy.rows[NOTES].items():
                self._present[key].add(row)
            for past in copy.past:
                if past.kind in self._past:
                    row = NOTES.row(past.before)
                    self._past[past.kind][NOTES.key(row)].add(row)

    def merged(self, undone: Set[str]) -> Iterator[tuple[Row, MergedNote]]:
        """Decide every note; `undone` are the imports whose texts do not stand."""
        for key in self._present:
            yield key, _shown(self._live(key), undone)

    def is_known(self, row: Row) -> bool:
        """Tell whether the history holds a version already, as whatever kind."""
        return any(row in of_day[NOTES.key(row)] for of_day in self._past.values())

    def _live(self, key: Row) -> Collection[Row]:
        over, beside, joined = (of_day[key] for of_day in self._past.values())
        live = {
            row
            for row in beside | (self._present[key] - joined)
            if not any(_covers(former, row) for former in over)
        }
        # Where a file was rescued without its history, what it shows is all there is.
        return live or self._present[key]


def _covers(former: Row, row: Row) -> bool:
    """Tell whether whoever wrote over `former` had seen this version, or the same words."""
    if former == row:
        return True
    if former[-1] or row[-1] or NOTES.cell(former, "stamp") < NOTES.cell(row, "stamp"):  # type: ignore[operator]
        return False
    whole, part = (f"{BETWEEN}{NOTES.cell(one, 'body')}{BETWEEN}" for one in (former, row))
    return part in whole


def _shown(live: Collection[Row], undone: Set[str]) -> MergedNote:
    in_order = sorted(live, key=rank)
    cleared = [row for row in in_order if row[-1] == CLEARED]
    after = rank(cleared[-1]) if cleared else ()
    standing = [row for row in in_order if _stands(row, undone) and rank(row) > after]
    texts = {str(NOTES.cell(row, "body")): row for row in standing}
    if not texts:
        row = cleared[-1] if cleared else (*in_order[-1][:-1], TAKEN_OUT)
        return MergedNote(row, is_joined=False)
    latest = standing[-1]
    if len(texts) == 1:
        return MergedNote(latest, is_joined=False)
    joined = dict(zip(NOTES.columns, latest, strict=True)) | {
        "body": BETWEEN.join(sorted(texts, key=lambda text: rank(texts[text]))),
        "origin": Origin.TYPED.value,
        "import_id": None,
    }
    return MergedNote(tuple(joined.values()), is_joined=True)


def _stands(row: Row, undone: Set[str]) -> bool:
    return not row[-1] and NOTES.cell(row, "import_id") not in undone
