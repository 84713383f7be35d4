"""Which SQLite the journals of this program are kept with."""

from __future__ import annotations

from sqlcipher3 import dbapi2


def sqlite_version() -> str:
    """Return the version of the SQLite inside SQLCipher."""
    return str(dbapi2.sqlite_version)
