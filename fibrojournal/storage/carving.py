"""Reading a damaged file page by page, whatever is left of what tells which page is of which table.

Every page of a tree is the beginning of a smaller tree. So each page of the file is taken as the
beginning of each table in turn, and the rows that fit the table are kept. Only what stood on a
page that cannot be read is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from fibrojournal.storage.connection import APPLICATION_ID, check_cipher, transaction
from fibrojournal.storage.schema import STEPS, apply_steps

if TYPE_CHECKING:
    from sqlite3 import Connection

    from fibrojournal.storage.key import DataKey

Row = tuple[Any, ...]

LISTED = "listed"
"""What the rows are called that the indexes have of answers, triggers and moments: day and id."""

_PAGE = 4096
_SALT = 16  # bytes, at the beginning of an encrypted file
_TYPES: Mapping[str, type] = {"INTEGER": int, "REAL": float, "TEXT": str, "": type(None)}
_META = frozenset({"journal", "device", "sample"})

_INDEXES = f"""CREATE TABLE {LISTED} (
    day INTEGER NOT NULL, id TEXT NOT NULL, more, PRIMARY KEY (day, id)
) WITHOUT ROWID"""
_NAMES = """SELECT name FROM sqlite_schema
WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'note_text%' AND name <> 'filler'"""
_COLUMNS = 'SELECT name, type, "notnull" FROM pragma_table_info(?)'
_BEGIN = "UPDATE sqlite_schema SET rootpage = ? WHERE type = 'table' AND rootpage > 0"


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and what its rows look like."""

    name: str
    columns: tuple[str, ...]
    types: tuple[type, ...]
    required: tuple[bool, ...]

    def fits(self, row: Row) -> bool:
        """Tell whether a row is one of this table, and of no other."""
        if self.name == "meta" and row[0] not in _META:
            return False
        return all(
            not required if value is None else isinstance(value, kind)
            for value, kind, required in zip(row, self.types, self.required, strict=True)
        )


def carve(copy: Path, key: DataKey | None) -> dict[Table, list[Row]]:
    """Return the rows of each table that can be read; the same row may come many times.

    The copy, which nobody else uses, is given the first page and the list of tables of a new
    journal, behind its own pages. Its first 16 bytes must be those of the encrypted file.
    """
    pages = copy.stat().st_size // _PAGE
    tables = _with_tables_behind(copy, key)
    found: dict[Table, list[Row]] = {table: [] for table in tables}
    with closing(_opened(copy, key)) as listing:
        for page in range(2, pages + 1):
            listing.execute(_BEGIN, (page,))
            for table, rows in _rows_below(copy, key, tables):
                found[table] += rows
    return found


def _with_tables_behind(copy: Path, key: DataKey | None) -> list[Table]:
    content, model = copy.read_bytes(), copy.with_name("model")
    with closing(_opened(model, key, content[:_SALT])) as connection:
        with transaction(connection):
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("CREATE TABLE filler (content)")
            connection.execute("INSERT INTO filler VALUES (zeroblob(?))", (len(content),))
            apply_steps(connection, STEPS)
            connection.execute(_INDEXES)
        names = [name for (name,) in connection.execute(_NAMES)]
        tables = [_table(name, connection.execute(_COLUMNS, (name,)).fetchall()) for name in names]
    behind = model.read_bytes()
    model.unlink()
    copy.write_bytes(behind[:_PAGE] + content[_PAGE:] + behind[len(content) :])
    return tables


def _table(name: str, columns: Sequence[Row]) -> Table:
    names, types, required = zip(*columns, strict=True)
    return Table(name, names, tuple(_TYPES[kind] for kind in types), tuple(map(bool, required)))


def _rows_below(
    copy: Path, key: DataKey | None, tables: Sequence[Table]
) -> list[tuple[Table, list[Row]]]:
    """Read what the tables hold that all begin at the same page now; it is of one of them."""
    found = []
    connection = _opened(copy, key, read_only=True)
    for table in tables:
        rows, whole = _read(connection, f"SELECT {', '.join(table.columns)} FROM {table.name}")
        if rows and all(table.fits(row) for row in rows):
            found.append((table, rows))
        if not whole and key is not None:  # one page that was changed breaks the connection
            connection.close()
            connection = _opened(copy, key, read_only=True)
    connection.close()
    return found


def _read(connection: Connection, query: str) -> tuple[list[Row], bool]:
    """Return the rows that come before the first error, and whether there was none."""
    rows = []
    try:
        for row in connection.execute(query):
            rows.append(row)  # noqa: PERF402  what came before an error counts
    except dbapi2.DatabaseError:
        return rows, False
    return rows, True


def _opened(
    path: Path, key: DataKey | None, salt: bytes = b"", *, read_only: bool = False
) -> Connection:
    mode = "immutable=1" if read_only else "mode=rwc"
    connection: Connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None
    )
    connection.text_factory = lambda content: content.decode("utf-8", "replace")
    if key is not None:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.secret.hex()}{salt.hex()}'\"")
        check_cipher(connection)
    if not read_only:
        for pragma in ("journal_mode = MEMORY", "synchronous = OFF", "writable_schema = ON"):
            connection.execute(f"PRAGMA {pragma}")
    return connection
