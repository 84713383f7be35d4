"""Gather every string that a person reads, for translators.

    python packaging/catalogue.py

Writes `resources/locale/fibrojournal.pot`. It is made from the source whenever it is wanted, and
not kept: a translation is a `fibrojournal.po` made from it, and that is kept. The reading texts of
`resources/learn` are not in it; they are translated as whole files.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "fibrojournal"
PLACE = ROOT / "resources" / "locale" / "fibrojournal.pot"

KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "plural": (1, 2)}
"""The functions of `fibrojournal.text` that mark a string, and where they hold it."""


class Message(NamedTuple):
    """A string, or the two forms of one that counts, and where it stands."""

    forms: tuple[str, ...]
    file: str
    line: int


def messages() -> Iterator[Message]:
    """Yield every marked string of the program, in the order of the files."""
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS)
    for file, line, text, _comments, _context in found:
        forms = (text,) if isinstance(text, str) else tuple(text)
        yield Message(forms, f"fibrojournal/{Path(file).as_posix()}", line)


def template() -> bytes:
    """Return the catalogue without translations, the same for the same source."""
    catalogue = Catalog(project="fibrojournal", charset="utf-8", fuzzy=False)
    for forms, file, line in messages():
        catalogue.add(forms[0] if len(forms) == 1 else forms, locations=[(file, line)])
    written = io.BytesIO()
    write_po(written, catalogue, omit_header=True, sort_by_file=True, width=100)
    return _HEADER + written.getvalue()


_HEADER = b"""# The strings of fibrojournal, for translators.
# Words in braces are filled in: keep them as they are.
msgid ""
msgstr ""
"Project-Id-Version: fibrojournal\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def main() -> None:
    """Write the template."""
    PLACE.write_bytes(template())
    print(f"{PLACE.relative_to(ROOT)} holds {len({one.forms for one in messages()})} strings.")


if __name__ == "__main__":
    main()
