"""Two computers that write into copies of one journal, and meet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fibrojournal.storage.journal_file import JournalFile
from tests.storage.computers import Computer, begin, contents, copy, export, state

Work = Callable[[JournalFile], object]


class Two:
    """Two computers, `a` and `b`, with copies of one journal that went their own ways."""

    def __init__(self, folder: Path) -> None:
        self.a = Computer(begin(folder / "a.fjnl"))
        self.now = 1_000

    def part(self) -> None:
        self.b = Computer(copy(self.a.path, "b.fjnl", device="b" * 32))

    def on(self, computer: Computer, *works: Work) -> None:
        """Let one computer write, later than anything before."""
        for work in works:
            self.now += 10
            computer.do(self.now, work)

    def both(self) -> JournalFile:
        """Merge each way, find them equal, and open the result of one."""
        ab, ba = (Computer(copy(one.path, name)) for one, name in ((self.a, "ab"), (self.b, "ba")))
        ab.merge(self.b)
        ba.merge(self.a)
        assert export(ab.path) == export(ba.path)
        assert set(state(ab.path).past) == set(state(ba.path).past)
        assert contents(self.a.path) | contents(self.b.path) <= contents(ab.path)
        merged = JournalFile.open(ab.path)
        assert merged.problems() == []
        return merged


def save(*edits: object) -> Work:
    return lambda journal: journal.save(edits)  # type: ignore[arg-type]
