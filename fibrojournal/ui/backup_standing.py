"""How the backups of a journal stand, in figures and in words."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from fibrojournal.text import _, long_date, plural

if TYPE_CHECKING:
    from fibrojournal.storage.backups import Backup

LONG_DAYS = 7
"""After so many days with changes and without a backup it is time to say so."""


class Standing(NamedTuple):
    """What is known of the backups."""

    newest: Backup | None = None
    kept: int = 0
    """How many there are."""
    first_noted: date | None = None
    has_changes: bool = True
    """Whether the journal may hold what no backup holds."""
    trouble: str = ""
    """A sentence: why the last one was not made."""

    def days_ago(self, now: datetime) -> int | None:
        """Return how many days ago the newest one was made, by the calendar of `now`."""
        if self.newest is None:
            return None
        return (now.date() - self.newest.taken.astimezone(now.tzinfo).date()).days

    def is_overdue(self, now: datetime) -> bool:
        """Tell whether there was none for a week, although there were changes."""
        since = self.days_ago(now)
        if since is None:
            since = (now.date() - self.first_noted).days if self.first_noted else 0
        return self.has_changes and since >= LONG_DAYS

    def in_words(self, now: datetime) -> str:
        """Say when the newest one was made: "Backed up today at 08:12 and checked. …"."""
        if self.newest is None or self.is_overdue(now):
            return self.last_in_words(now)
        made = _("Backed up {when} and checked.").format(when=self._when(self.newest, now))
        copies = plural("One copy is kept.", "{n} copies kept, newest first.", self.kept)
        return f"{made} {copies}"

    def last_in_words(self, now: datetime) -> str:
        """Say how long ago the newest one was made: "Last backup 9 days ago."."""
        days = self.days_ago(now)
        if days is not None:
            return plural("Last backup {n} day ago.", "Last backup {n} days ago.", days)
        if self.trouble:
            return _("No backup is in reach.")
        return _("No backup yet. One is made when you close the journal.")

    def _when(self, newest: Backup, now: datetime) -> str:
        taken = newest.taken.astimezone(now.tzinfo)
        time = f"{taken:%H:%M}"
        days = self.days_ago(now)
        if days == 0:
            return _("today at {time}").format(time=time)
        if days == 1:
            return _("yesterday at {time}").format(time=time)
        return _("on {day} at {time}").format(day=long_date(taken.date()), time=time)
