"""Commands that turn encryption on and off, and change what opens the journal."""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fibrojournal.cli import passphrases
from fibrojournal.cli.arguments import Command, journal_path, key_of_journal
from fibrojournal.journal.errors import JournalError
from fibrojournal.text import N_, _, plural

if TYPE_CHECKING:
    from fibrojournal.storage.encryption import Fate
    from fibrojournal.storage.key import DataKey


class _Copies:
    """The older copies of a journal, and what becomes of each."""

    def __init__(self, journal: Path) -> None:
        from fibrojournal import settings
        from fibrojournal.storage.encryption import copies_of

        self.paths = copies_of(journal, *settings.backup_folders(settings.load(), journal))
        self._fates: dict[Path, Fate] = {}

    def hear(self, copy: Path, fate: Fate) -> None:
        """Take note of what became of one."""
        self._fates[copy] = fate

    def tell(self, one: str, many: str) -> None:
        """Say it; `one` and `many` are of those that became what the journal is."""
        from fibrojournal.storage.encryption import Fate

        number = len(list(self._with(Fate.CONVERTED)))
        if number:
            print(plural(one, many, number))
        for copy in self._with(Fate.REMOVED):
            print(_("Removed, as it could not be encrypted: {path}").format(path=copy))
        for copy in self._with(Fate.LEFT):
            print(_("Left as it was: {path}").format(path=copy))

    def _with(self, wanted: Fate) -> Iterable[Path]:
        return (copy for copy, fate in self._fates.items() if fate is wanted)


_ENCRYPTED = (
    N_("{n} older copy was encrypted as well."),
    N_("{n} older copies were encrypted as well."),
)
_DECRYPTED = (
    N_("{n} older copy is no longer encrypted either."),
    N_("{n} older copies are no longer encrypted either."),
)
_CHANGED = (
    N_("The same holds for {n} older copy."),
    N_("The same holds for {n} older copies."),
)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold a journal that is there before anything is asked or shown."""
    from fibrojournal.storage import lock
    from fibrojournal.storage.connection import check_path

    check_path(path)
    with lock.held(path):
        yield


def _encrypt(arguments: argparse.Namespace) -> int:
    from fibrojournal.storage import encryption
    from fibrojournal.storage.key import is_encrypted

    path = journal_path(arguments)
    with _alone(path):
        copies = _Copies(path)
        if is_encrypted(path):
            return _finish(arguments, path, copies)
        if arguments.passphrase_file is None:
            passphrase = passphrases.new_from_terminal()
        else:
            passphrase = passphrases.from_file(arguments.passphrase_file)
        with _new_key(arguments) as key:
            encryption.encrypt(path, passphrase, key=key, copies=copies.paths, on_copy=copies.hear)
    print(_("The journal is encrypted."))
    copies.tell(*_ENCRYPTED)
    print(_("The disk may keep traces of the former files until it writes over them."))
    return 0


@contextmanager
def _new_key(arguments: argparse.Namespace) -> Iterator[DataKey]:
    """Make a key that the block puts to use, and show its code once.

    On a terminal before the block, and it is typed back; to a script when all is done.
    """
    from fibrojournal.storage.key import DataKey

    key = DataKey.new()
    has_person = arguments.passphrase_file is None
    if has_person:
        _show_code(key)
        _ask_back(key)
    yield key
    if not has_person:
        _show_code(key)


def _finish(arguments: argparse.Namespace, path: Path, copies: _Copies) -> int:
    """Encrypt the plain copies beside an encrypted journal: someone stopped half-way."""
    from fibrojournal.storage.encryption import encrypt_copies
    from fibrojournal.storage.key import is_encrypted

    plain = [copy for copy in copies.paths if not is_encrypted(copy)]
    key = key_of_journal(arguments) if plain else None
    if key is None:
        raise JournalError(_("The journal {path} is encrypted already.").format(path=path))
    encrypt_copies(path, key, plain, on_copy=copies.hear)
    print(_("The journal was encrypted already."))
    copies.tell(*_ENCRYPTED)
    return 0


def _show_code(key: DataKey) -> None:
    from fibrojournal.storage.recovery_code import code_of

    print(_("Recovery code, shown this once. Whoever has it and the file can read the journal;"))
    print(_("without it and without the passphrase nobody can. Please write it down:"))
    print(f"\n{code_of(key)}\n", flush=True)


def _ask_back(key: DataKey) -> None:
    """Let one group of the code be typed back; as often as it takes."""
    from fibrojournal.storage.recovery_code import as_written, groups_of

    groups = groups_of(key)
    number = 1 + secrets.randbelow(len(groups) - 1)
    before, wanted = groups[number - 1], groups[number]
    question = _("To be sure that you have it: which group comes after {group}?")
    while as_written(passphrases.shown_from_terminal(question.format(group=before))) not in (
        wanted,
        "".join(groups),
    ):
        print(_("That is not it yet. Zero and the letter O look alike; the code has no O."))


def _decrypt(arguments: argparse.Namespace) -> int:
    from fibrojournal.storage import encryption

    path = journal_path(arguments)
    with _alone(path):
        key = _key_of_encrypted(arguments, path)
        copies = _Copies(path)
        encryption.decrypt(path, key, copies=copies.paths, on_copy=copies.hear)
    print(_("The journal is no longer encrypted; backups from now on are plain as well."))
    copies.tell(*_DECRYPTED)
    return 0


def _add_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--new-passphrase-file",
        metavar="FILE",
        type=Path,
        help=_("a file whose first line is the new passphrase; - is standard input"),
    )
    parser.add_argument(
        "--new-code",
        action="store_true",
        help=_("make a new recovery code as well: someone may know the present one"),
    )


def _passphrase(arguments: argparse.Namespace) -> int:
    from fibrojournal.storage import encryption

    path = journal_path(arguments)
    with _alone(path):
        key = _key_of_encrypted(arguments, path)
        passphrase = _new_passphrase(arguments)
        copies = _Copies(path)
        if arguments.new_code:
            with _new_key(arguments) as new:
                encryption.change_key(
                    path, key, passphrase, new=new, copies=copies.paths, on_copy=copies.hear
                )
            print(_("The former recovery code opens the journal no longer."))
        else:
            encryption.change_passphrase(
                path, key, passphrase, copies=copies.paths, on_copy=copies.hear
            )
            print(_("The passphrase was changed; the recovery code stays as it was."))
    copies.tell(*_CHANGED)
    return 0


def _new_passphrase(arguments: argparse.Namespace) -> str:
    if arguments.new_passphrase_file is not None:
        return passphrases.from_file(arguments.new_passphrase_file)
    return passphrases.new_from_terminal()


def _key_of_encrypted(arguments: argparse.Namespace, path: Path) -> DataKey:
    key = key_of_journal(arguments)
    if key is None:
        raise JournalError(_("The journal {path} is not encrypted.").format(path=path))
    return key


COMMANDS: tuple[Command, ...] = (
    Command("encrypt", N_("encrypt the journal with a passphrase"), _encrypt),
    Command("decrypt", N_("turn encryption off"), _decrypt),
    Command("passphrase", N_("change the passphrase"), _passphrase, _add_passphrase),
)
