"""What was read one after the other: back and forward through it, as in a book of many marks."""

from __future__ import annotations


class Trail:
    """The ids that were visited, and where among them the person is."""

    def __init__(self) -> None:
        self._visited: list[str] = []
        self._place = -1

    def visit(self, id: str) -> None:
        """Go on to another one; what lay ahead is let go."""
        if self._visited and self._visited[self._place] == id:
            return
        self._visited[self._place + 1 :] = [id]
        self._place += 1

    def can_step(self, by: int) -> bool:
        """Tell whether there is one before (-1) or after (1)."""
        return 0 <= self._place + by < len(self._visited)

    def step(self, by: int) -> str:
        """Go back (-1) or forward (1); return what is there, or nothing at the end."""
        if not self.can_step(by):
            return ""
        self._place += by
        return self._visited[self._place]
