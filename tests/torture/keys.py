"""Guessing: wrong passphrases cost time, and of very many codes only the right one opens."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from fibrojournal.journal.errors import WrongKey
from fibrojournal.storage import encryption, key_slots, recovery_code
from fibrojournal.storage.journal_file import JournalFile
from tests.torture.outcome import Outcome

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 56
_GUESSES = 30
_LEAST_SECONDS = 0.2


def run(tries: int) -> Sequence[Outcome]:
    """Try so many recovery codes, and some passphrases."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "journal.fjnl"
        JournalFile.create(path).close()
        key = encryption.encrypt(path, "correct horse")
        return [_codes(path, recovery_code.code_of(key), tries), _passphrases(path)]


def _codes(path: Path, right: str, tries: int) -> Outcome:
    luck = random.Random(5)
    faults: list[str] = []
    well_formed = 0
    for n in range(tries):
        guess = _near(right, luck) if n % 2 else "".join(luck.choices(_ALPHABET, k=_LENGTH))
        if guess.replace("-", "") == right.replace("-", ""):
            continue
        try:
            recovery_code.key_of(guess)
        except WrongKey:
            continue
        well_formed += 1  # its check fits by chance: once in 2 to the 24
        try:
            key_slots.code_key(path, guess)
        except WrongKey:
            continue
        faults.append("a wrong code opens the journal")
    try:
        key_slots.code_key(path, right.lower())
    except WrongKey:
        faults.append("the right code does not open the journal")
    return Outcome("recovery codes", tries, faults, {"wrong ones with a right check": well_formed})


def _near(right: str, luck: random.Random) -> str:
    """Change one to three characters of the right code."""
    letters = list(right.replace("-", ""))
    for place in luck.sample(range(len(letters)), luck.randint(1, 3)):
        letters[place] = luck.choice(_ALPHABET)
    return "".join(letters)


def _passphrases(path: Path) -> Outcome:
    taken = []
    faults = []
    for n in range(_GUESSES):
        began = time.perf_counter()
        try:
            key_slots.passphrase_key(path, f"correct horse {n}")
            faults.append("a wrong passphrase opens the journal")
        except WrongKey:
            taken.append(time.perf_counter() - began)
    if min(taken) < _LEAST_SECONDS:
        faults.append(f"a guess cost {min(taken):.3f} s")
    key_slots.passphrase_key(path, "correct horse")  # never locked out
    details = {
        "least s": round(min(taken), 3),
        "median s": round(statistics.median(taken), 3),
    }
    return Outcome("wrong passphrases", _GUESSES, faults, details)
