"""Where the newcomer's private PostgreSQL lives; standard library only: set-up runs it before any package is there.

An ordinary user keeps it under ``var/`` of the clone. Root keeps it in the system's state folder, one per clone, because
PostgreSQL refuses to run as root and its unprivileged owner cannot enter a private home folder. The socket folder has a
short name under the system's temporary folder: a socket path over 107 bytes is fatal.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATE = Path("/var/lib/ket-nap")
DATABASE = "ketnap"
ROLE = "ketnap"
PORT = 5432


@dataclass(frozen=True)
class Location:
    """Folders of one private cluster: its data, its socket, and the log of its server."""

    data: Path
    socket: Path
    log: Path

    @property
    def url(self) -> str:
        """The cluster as a ``DATABASE_URL``, over its Unix socket; with the port, lest PGPORT change it."""
        return f"postgres://{ROLE}@/{DATABASE}?host={self.socket}&port={PORT}"


def location(root: Path = ROOT, uid: int | None = None) -> Location:
    """Return where the cluster of the clone at ``root`` lives for the user ``uid`` (default: the current one)."""
    owner = os.getuid() if uid is None else uid
    mark = hashlib.sha256(f"{root}:{owner}".encode()).hexdigest()[:10]
    home = STATE / mark if owner == 0 else root / "var"
    return Location(home / "postgres", Path(tempfile.gettempdir()) / f"ketnap-{mark}", home / "postgres.log")
