"""A language that nobody speaks: each string is marked, twice as long, and without plain letters.

What is shown in plain letters was not translated; what does not fit would not fit in German.
"""

from __future__ import annotations

import gettext
import re
import string

_PLAIN = string.ascii_lowercase + string.ascii_uppercase
_MARKED = "áƀçđéƒğĥíĵķłḿñóṕʠřšŧúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶŁḾÑÓṔɊŘŠŦÚṼŴẊÝŽ"
_LETTERS = str.maketrans(_PLAIN, _MARKED)
_FIELDS = re.compile(r"(\{\{?\w*\}\}?)")
_SIGNS = " .,:;·“”()→"

ABBREVIATED = frozenset(
    (
        *("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    )
)


class Pseudo(gettext.NullTranslations):
    """Translates every string, and knows no plural that another language has not."""

    def gettext(self, message: str) -> str:
        """Mark a string and stretch it, with the words in braces as they are."""
        return stretched(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Choose the form as English does."""
        return stretched(one if n == 1 else many)


def stretched(message: str) -> str:
    """Return "[Páíñ páíñ]" for "Pain": the same words twice, so that lines break as before."""
    if message in ABBREVIATED:  # short in every language: that is what they are for
        return message.translate(_LETTERS)
    parts = _FIELDS.split(message)  # words, field, words, field, words
    words = "".join(part if at % 2 else part.translate(_LETTERS) for at, part in enumerate(parts))
    again = " ".join("".join(parts[::2]).translate(_LETTERS).lower().split())
    return f"[{words} {again}]" if again.strip(_SIGNS) else words
