"""The files of scans on disk: outside the web root, under random names, readable by the server alone.

Other files that are kept the same way (those of documents, of replies) name a ``root`` of their own.
"""

import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

_NAME = re.compile(r"^[0-9a-f]{32}$")
_UNFINISHED = ".part"


def store(content: bytes, root: Path | None = None) -> str:
    """Write a new file as a whole or not at all; return its random name."""
    name = secrets.token_hex(16)
    place = _place(name, root)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = place.with_name(name + _UNFINISHED)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(place)
    return name


def read(name: str, root: Path | None = None) -> bytes | None:
    """Return what lies under a name; None where nothing does."""
    try:
        return _place(name, root).read_bytes()
    except FileNotFoundError:
        return None


def destroy(name: str, root: Path | None = None) -> None:
    """Remove a file; it may be gone already."""
    _place(name, root).unlink(missing_ok=True)


def names(root: Path | None = None) -> Iterator[str]:
    """Yield the name of every file that lies there, unfinished ones among them."""
    root = root or settings.SCANS_ROOT
    if root.is_dir():
        yield from (path.name for path in sorted(root.glob("*/*")) if path.is_file())


def _place(name: str, root: Path | None) -> Path:
    if not _NAME.match(name):
        raise ValueError(name)
    return (root or settings.SCANS_ROOT) / name[:2] / name
