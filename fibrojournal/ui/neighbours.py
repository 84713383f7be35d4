"""Says once that a journal lies in a folder which other computers write to as well."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fibrojournal.text import _
from fibrojournal.ui import window_place
from fibrojournal.ui.folders import show_folder
from fibrojournal.ui.notices import Notices
from fibrojournal.ui.page import Surroundings
from fibrojournal.ui.widgets.notice import Action

if TYPE_CHECKING:
    from fibrojournal.storage.synced import Synced


class Neighbours(QObject):
    """Looks around the journal once it is open. Each folder and each copy is told of once."""

    def __init__(self, around: Surroundings, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._diary, self._journal, self._notices = around.diary, around.journal, notices
        self._diary.became_ready.connect(self.look)

    def look(self) -> None:
        """Look for a service that copies the folder, and for what it left there."""
        if not self._diary.why_read_only:
            self._diary.fetch(self, lambda _store: _look_around(self._journal), self._tell)

    def _tell(self, found: tuple[list[Path], Synced | None]) -> None:
        copies, synced = found
        told = window_place.told_of()
        new = [copy for copy in copies if str(copy) not in told]
        if self._notices.notice.isVisible():
            return  # there is something more urgent; this will be told at the next start
        if new:
            words = _(
                "Beside your journal lies another copy of it, from another computer: {name}."
                " The command “fibrojournal merge” brings both together."
            )
            self._say(words.format(name=new[0].name), new[0])
        elif synced is not None and str(synced.folder) not in told:
            words = _(
                "{service} copies this journal's folder to other computers. Please let one computer"
                " write at a time. If two copies come about, the command “fibrojournal merge”"
                " brings them together."
            )
            self._say(words.format(service=synced.service), synced.folder)

    def _say(self, words: str, what: Path) -> None:
        folder: Action = (_("Show folder"), lambda: show_folder(self._journal))
        self._notices.tell(words, [folder])
        window_place.remember_telling_of(str(what))


def _look_around(journal: Path) -> tuple[list[Path], Synced | None]:
    from fibrojournal.storage.synced import conflict_copies, synced_folder

    return conflict_copies(journal), synced_folder(journal)
