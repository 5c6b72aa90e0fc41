"""Stamps under ``var/``: what a finished step was made from, so that an unchanged step is not done again."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from config.private_cluster import ROOT

VAR = ROOT / "var"
STAMPS = VAR / "stamps"
MADE_BY_MACHINE = {".pyc", ".mo"}


def digest(*paths: Path) -> str:
    """Return a hash of the names and contents of files and whole folders."""
    total = hashlib.sha256()
    for file in sorted(file for path in paths for file in _files(path)):
        total.update(f"{file}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def current(step: str, key: str) -> bool:
    """Tell whether ``step`` was last finished from ``key``."""
    stamp = STAMPS / step
    return stamp.exists() and stamp.read_text() == key


def store(step: str, key: str) -> None:
    """Remember that ``step`` is finished from ``key``."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / step).write_text(key)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for file in path.rglob("*"):
        if file.is_file() and file.suffix not in MADE_BY_MACHINE:
            yield file
