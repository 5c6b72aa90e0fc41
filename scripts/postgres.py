"""Which PostgreSQL of this machine serves the clone: its programs and their version."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from scripts.speech import Refusal

OLDEST = 15
DEBIAN = Path("/usr/lib/postgresql")
PROGRAMS = ("initdb", "pg_ctl", "pg_isready", "postgres", "psql")
REMEDY = f"hãy cài PostgreSQL {OLDEST} trở lên, hoặc đặt DATABASE_URL tới một máy chủ có sẵn."


@dataclass(frozen=True, order=True)
class Installation:
    """One PostgreSQL: its major version and the folder of its programs."""

    version: int
    programs: Path


def packages() -> list[str]:
    """Return what Debian must add before a cluster can be served here."""
    return [] if any(found.version >= OLDEST for found in installations()) else ["postgresql"]


def installations() -> list[Installation]:
    """Return every complete server installation, those of Debian and the one in PATH."""
    folders = set(DEBIAN.glob("*/bin"))
    if found := shutil.which("pg_ctl"):
        folders.add(Path(found).resolve().parent)
    complete = [folder for folder in folders if all((folder / program).exists() for program in PROGRAMS)]
    return sorted(Installation(_version(folder), folder) for folder in complete)


def choose(data: Path) -> Installation:
    """Return the newest installation, or for data that exist the one that made them; refuse if there is none."""
    found = installations()
    if not found:
        raise Refusal(f"Máy này chưa có máy chủ PostgreSQL và không cài được bằng apt; {REMEDY}")
    if found[-1].version < OLDEST:
        raise Refusal(f"PostgreSQL {found[-1].version} trên máy này quá cũ; {REMEDY}")
    made = data / "PG_VERSION"
    return _maker(int(made.read_text()), found, data) if made.exists() else found[-1]


def _maker(version: int, found: list[Installation], data: Path) -> Installation:
    for installation in found:
        if installation.version == version:
            return installation
    raise Refusal(
        f"Dữ liệu ở {data} do PostgreSQL {version} tạo mà máy này chỉ có bản {found[-1].version}; "
        f"hãy cài postgresql-{version}, hoặc đổi tên thư mục ấy để bắt đầu với dữ liệu trống."
    )


def _version(folder: Path) -> int:
    said = subprocess.run([folder / "postgres", "-V"], stdout=subprocess.PIPE, text=True, check=False).stdout
    number = re.search(r"\d+", said)
    return int(number.group()) if number else 0
