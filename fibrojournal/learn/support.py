"""Where a person finds another person to talk with: numbers by country, and words for three days.

The numbers lie in `resources/support`, a dated file a country. An old number may be dead, so a file
that was not checked for a year counts no more, and the local emergency number stands in its place.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from fibrojournal import resources
from fibrojournal.text import N_, _

GOOD_FOR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Line:
    """A line where somebody listens: what to call or text, and when."""

    name: str
    call: str = ""
    text: str = ""
    hours: str = ""

    def __post_init__(self) -> None:
        if not (self.call or self.text):
            raise ValueError(f"{self.name} has neither a number to call nor one to text")


@dataclass(frozen=True, slots=True)
class Country:
    """The numbers of a country, the sources in which they were seen, and when."""

    code: str
    name: str
    emergency: str
    checked: date
    seen: tuple[str, ...]
    lines: tuple[Line, ...] = ()

    def is_good_on(self, day: date) -> bool:
        """Tell whether the numbers were checked not more than a year before a day."""
        return day - self.checked <= GOOD_FOR


class Numbers(NamedTuple):
    """What to call now: one number or the words for it, and lines to talk, if any are known."""

    emergency: str
    lines: tuple[Line, ...] = ()
    checked: date | None = None

    @property
    def is_general(self) -> bool:
        """Tell whether it holds for every country, and so names no number."""
        return self.checked is None


class Support:
    """The countries whose numbers are known."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the files of a folder, that of the program if none is given."""
        files = sorted((folder or resources.path("support")).glob("*.toml"))
        self._countries = {file.stem: read_country(file.read_text("utf-8")) for file in files}

    def countries(self, day: date) -> tuple[Country, ...]:
        """Return the countries whose numbers are good on a day, by name."""
        good = (country for country in self._countries.values() if country.is_good_on(day))
        return tuple(sorted(good, key=lambda country: country.name))

    def for_country(self, code: str, day: date) -> Numbers:
        """Return the help of a country; what holds everywhere where its numbers are not good."""
        country = self._countries.get(code)
        if country is None or not country.is_good_on(day):
            return Numbers(_(EMERGENCY))
        return Numbers(country.emergency, country.lines, country.checked)


def read_country(toml: str) -> Country:
    """Turn the text of a file into a country. Raises TypeError or ValueError for another form."""
    fields: dict[str, Any] = tomllib.loads(toml)
    fields["lines"] = tuple(Line(**line) for line in fields.get("lines", ()))
    fields["seen"] = tuple(fields.get("seen", ()))
    return Country(**fields)


EMERGENCY = N_("Your local emergency number")


class Words(NamedTuple):
    """A heading with its sentences."""

    heading: str
    sentences: str

    @property
    def title(self) -> str:
        """The translated heading."""
        return _(self.heading)

    @property
    def text(self) -> str:
        """The translated sentences."""
        return _(self.sentences)


WELCOME = Words(
    N_("You do not have to handle this alone"),
    N_(
        "A person can talk with you now. Nobody watches this journal: it is offline, and it "
        "cannot call for you."
    ),
)
IN_DANGER = Words(
    N_("If you might hurt yourself, or life feels unbearable"),
    N_("Please call now, or go to someone who is near you."),
)
NEW_SIGNS = Words(
    N_("If it is the body, and it is new"),
    N_(
        "New or different symptoms deserve a check, even with fibromyalgia. Not everything is "
        "fibromyalgia. Sudden or very strong: your local emergency number."
    ),
)
HARD_DAY = Words(
    N_("If it is a hard day"),
    N_("Nothing has to be noted. Rest is a good plan."),
)
BESIDE: tuple[Words, ...] = (
    Words(
        N_("What to say"),
        N_(
            "“I live with strong pain and I am not coping today. Can you stay with me for a "
            "while?” You may read it out."
        ),
    ),
    Words(N_("What happens"), N_("A person listens. You can stay silent, and you can hang up.")),
    Words(N_("Stays with you"), N_("Opening this page is not noted anywhere.")),
)
TRUSTED = Words(
    N_("Someone you trust"),
    N_("You can keep one name and number here. It is stored in the journal and nowhere else."),
)
"""The words of the page: its top, its three cards, what stands beside them."""

ALWAYS_RIGHT = N_("Right in every country.")
CHOOSE = N_("Lines to talk stand here once a country is chosen.")
