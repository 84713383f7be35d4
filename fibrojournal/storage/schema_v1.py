"""The SQL of schema 1, frozen: journals were made with it, so it never changes again.

Days are counted from 1970-01-01 (in plain SQL: `date(day * 86400, 'unixepoch')`). `entered` and
`stamp` are milliseconds since 1970 in UTC, `offset` the minutes which the clock on the wall was
ahead. `deleted` is 0 for what stands, 1 for what a person cleared, 2 for what went with an
import that was undone. Rows are never removed.

`stamp` says when a row was last written. It only ever grows, also where a computer's clock was
set back, so that of two copies of a row the later write can be told. Nobody has to set it, nor
to write `history`: triggers do both, for every writer.
"""

from __future__ import annotations

_NOW = "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
MARKS = f"""
    stamp INTEGER NOT NULL DEFAULT ({_NOW}),
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1, 2))"""
ENTERED = """
    entered INTEGER NOT NULL,
    zone TEXT NOT NULL,
    offset INTEGER NOT NULL"""
ORIGIN = "origin TEXT NOT NULL CHECK (origin IN ('typed', 'copied', 'imported'))"
NUMBER = "REAL NOT NULL CHECK (abs({0}) < 9e999)"
_VALUE = f"value {NUMBER.format('value')}"
_FROM_IMPORT = "FOREIGN KEY (import_id) REFERENCES import_batch (id)"

_TABLES = (
    """CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE history (
    seq INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL DEFAULT ({_NOW}),
    device TEXT NOT NULL,
    kind TEXT NOT NULL,
    day INTEGER,
    before TEXT NOT NULL
) STRICT""",
    f"""CREATE TABLE import_batch (
    id TEXT NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,{ENTERED},{MARKS}
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE reading (
    measure TEXT NOT NULL,
    day INTEGER NOT NULL,
    {_VALUE},
    {ORIGIN},
    import_id TEXT,{ENTERED},{MARKS},
    PRIMARY KEY (measure, day),
    {_FROM_IMPORT}
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX reading_day ON reading (day) WHERE deleted = 0",
    f"""CREATE TABLE offered_trigger (
    trigger_id TEXT NOT NULL,
    day INTEGER NOT NULL,
    ticked INTEGER NOT NULL CHECK (ticked IN (0, 1)),
    strength INTEGER CHECK (strength BETWEEN 1 AND 3),
    {ORIGIN},
    import_id TEXT,{ENTERED},{MARKS},
    PRIMARY KEY (trigger_id, day),
    {_FROM_IMPORT}
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX offered_trigger_day ON offered_trigger (day) WHERE deleted = 0",
    """CREATE INDEX offered_trigger_ticked ON offered_trigger (trigger_id)
WHERE ticked = 1 AND deleted = 0""",
    f"""CREATE TABLE note (
    day INTEGER NOT NULL PRIMARY KEY,
    body TEXT NOT NULL,
    {ORIGIN},
    import_id TEXT,{ENTERED},{MARKS},
    {_FROM_IMPORT}
) STRICT""",
    f"""CREATE TABLE body_map (
    day INTEGER NOT NULL PRIMARY KEY,
    {ORIGIN},{ENTERED},{MARKS}
) STRICT""",
    f"""CREATE TABLE body_area (
    day INTEGER NOT NULL,
    area TEXT NOT NULL,
    intensity REAL CHECK (intensity BETWEEN 0 AND 10),{MARKS},
    PRIMARY KEY (day, area),
    FOREIGN KEY (day) REFERENCES body_map (day)
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE moment (
    id TEXT NOT NULL PRIMARY KEY,
    day INTEGER NOT NULL,
    measure TEXT NOT NULL,
    {_VALUE},{ENTERED},{MARKS}
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX moment_day ON moment (day) WHERE deleted = 0",
    f"""CREATE TABLE event (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    start_day INTEGER NOT NULL,
    end_day INTEGER CHECK (end_day >= start_day),{ENTERED},{MARKS}
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE own_measure (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    low {NUMBER.format("low")},
    high {NUMBER.format("high")},
    step {NUMBER.format("step")},
    direction TEXT NOT NULL CHECK (direction IN ('bad', 'good', 'neither')),
    factor TEXT,
    import_id TEXT,{MARKS},
    {_FROM_IMPORT}
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE own_trigger (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    factor TEXT,
    import_id TEXT,{MARKS},
    {_FROM_IMPORT}
) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,{MARKS}
) STRICT, WITHOUT ROWID""",
)

_KEPT = tuple(
    f"""CREATE TRIGGER history_no_{action.lower()} BEFORE {action} ON history
BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END"""
    for action in ("UPDATE", "DELETE")
)


def remember(table: str, keys: tuple[str, ...], content: tuple[str, ...]) -> tuple[str, str]:
    """Write the triggers which keep what a row held, and which move its stamp on."""
    columns = (*keys, *content, "stamp", "deleted")
    before = ", ".join(f"'{name}', OLD.{name}" for name in columns)
    day = "OLD.day" if "day" in columns else "NULL"
    keep = (
        "INSERT INTO history (device, kind, day, before)\n"
        f"    VALUES ((SELECT value FROM meta WHERE key = 'device'), '{table}', {day},\n"
        f"        json_object({before}));"
    )
    watched = (*content, "deleted")
    old, new = (", ".join(f"{row}.{name}" for name in watched) for row in ("OLD", "NEW"))
    here = " AND ".join(f"{key} = NEW.{key}" for key in keys)
    return (
        f"""CREATE TRIGGER {table}_changed AFTER UPDATE OF {", ".join(watched)} ON {table}
WHEN ({old}) IS NOT ({new})
BEGIN
    {keep}
    UPDATE {table} SET stamp = max({_NOW}, OLD.stamp + 1)
    WHERE {here} AND stamp = OLD.stamp;
END""",
        f"""CREATE TRIGGER {table}_removed BEFORE DELETE ON {table}
BEGIN
    {keep}
END""",
    )


WHEN = ("entered", "zone", "offset")
_HOW = ("origin", "import_id", *WHEN)
_HISTORY = (
    *remember("import_batch", ("id",), ("file_name", *WHEN)),
    *remember("reading", ("measure", "day"), ("value", *_HOW)),
    *remember("offered_trigger", ("trigger_id", "day"), ("ticked", "strength", *_HOW)),
    *remember("note", ("day",), ("body", *_HOW)),
    *remember("body_map", ("day",), ("origin", *WHEN)),
    *remember("body_area", ("day", "area"), ("intensity",)),
    *remember("moment", ("id",), ("day", "measure", "value", *WHEN)),
    *remember("event", ("id",), ("kind", "name", "start_day", "end_day", *WHEN)),
    *remember(
        "own_measure",
        ("id",),
        ("name", "low", "high", "step", "direction", "factor", "import_id"),
    ),
    *remember("own_trigger", ("id",), ("name", "factor", "import_id")),
    *remember("setting", ("key",), ("value",)),
)

# Three letters in a row are the unit of the index, so that parts of words are found. It reads
# through a view: a note that was cleared is not to be found.
_SEARCH = (
    "CREATE VIEW live_note (day, body) AS SELECT day, body FROM note WHERE deleted = 0",
    """CREATE VIRTUAL TABLE note_text USING fts5 (
    body, content = 'live_note', content_rowid = 'day', tokenize = 'trigram remove_diacritics 1'
)""",
    """CREATE TRIGGER note_found AFTER INSERT ON note WHEN NEW.deleted = 0
BEGIN
    INSERT INTO note_text (rowid, body) VALUES (NEW.day, NEW.body);
END""",
    """CREATE TRIGGER note_found_anew AFTER UPDATE OF body, deleted ON note
BEGIN
    INSERT INTO note_text (note_text, rowid, body)
    SELECT 'delete', OLD.day, OLD.body WHERE OLD.deleted = 0;
    INSERT INTO note_text (rowid, body) SELECT NEW.day, NEW.body WHERE NEW.deleted = 0;
END""",
    """CREATE TRIGGER note_lost AFTER DELETE ON note WHEN OLD.deleted = 0
BEGIN
    INSERT INTO note_text (note_text, rowid, body) VALUES ('delete', OLD.day, OLD.body);
END""",
)

_IDENTITY = (
    """INSERT INTO meta (key, value)
VALUES ('journal', lower(hex(randomblob(16)))), ('device', lower(hex(randomblob(16))))""",
)

STATEMENTS: tuple[str, ...] = (*_TABLES, *_KEPT, *_HISTORY, *_SEARCH, *_IDENTITY)
