"""SQLAlchemy on the one connection of an open journal."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sqlalchemy import URL, Connection, Dialect, Engine, StaticPool, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

from fibrojournal.storage.driver_errors import journal_error

if TYPE_CHECKING:
    from sqlite3 import Connection as DriverConnection

    from sqlalchemy.engine.interfaces import DBAPIConnection

_BEGIN = "journal_begin"


class _Shared(NamedTuple):
    dialect: Dialect
    url: URL
    compiled: LRUCache[Any, Any]


@cache
def _shared() -> _Shared:
    """Return what the engines of all journals have in common: above all statements made into SQL.

    `create_engine` would make each of them anew for every journal that is opened, which takes
    longer than to run them.
    """
    engine = create_engine("sqlite://", module=dbapi2)
    with engine.connect():  # in which the dialect looks up what the driver can do
        pass
    engine.dispose()
    return _Shared(engine.dialect, engine.url, LRUCache(500))


def make_engine(connection: DriverConnection, path: Path) -> Engine:
    """Make an engine which keeps using one connection, and closes it when it is disposed of.

    Units read with a plain BEGIN; those of `for_writing` take the write lock at once.
    Errors of the world leave it as JournalError.
    """
    shared = _shared()
    engine = Engine(
        StaticPool(lambda: cast("DBAPIConnection", connection), dialect=shared.dialect),
        shared.dialect,
        shared.url,
        execution_options={"compiled_cache": shared.compiled},
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)

    @event.listens_for(engine, "handle_error")
    def _say_it_plainly(context: ExceptionContext) -> None:
        known = journal_error(context.original_exception, path)
        if known is not None:
            raise known from context.original_exception

    return engine


def for_writing(engine: Engine) -> Engine:
    """Return the same engine, beginning its units with the write lock taken."""
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def _begin(connection: Connection) -> None:
    # The driver is told never to begin by itself, so that schema changes roll back too.
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))


def driver_of(connection: Connection) -> DriverConnection:
    """Return the driver's connection below, for bulk reads and what only the driver can do."""
    driver = connection.connection.driver_connection
    assert driver is not None  # only a connection that was closed has none
    return cast("DriverConnection", driver)  # SQLAlchemy does not know which driver it has
