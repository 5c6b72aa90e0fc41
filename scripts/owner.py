"""The unprivileged user that runs the private PostgreSQL when set-up is started by root."""

import os
import pwd
import shutil
import subprocess
from pathlib import Path


def of(data: Path) -> pwd.struct_passwd:
    """Return who runs the server on ``data``: the current user, or for root an unprivileged one."""
    if os.getuid() != 0:
        return pwd.getpwuid(os.getuid())
    if data.exists():
        return pwd.getpwuid(data.stat().st_uid)
    return _known("postgres") or _created() or pwd.getpwnam("nobody")


def demotion(owner: pwd.struct_passwd) -> dict:
    """Return the options of ``subprocess`` that run a program as ``owner``."""
    if os.getuid() == owner.pw_uid:
        return {}
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}


def give(path: Path, owner: pwd.struct_passwd) -> None:
    """Make ``path`` the property of ``owner`` alone."""
    if os.getuid() != owner.pw_uid:
        os.chown(path, owner.pw_uid, owner.pw_gid)
    path.chmod(0o700 if path.is_dir() else 0o600)


def _created() -> pwd.struct_passwd | None:
    if shutil.which("useradd"):
        subprocess.run(["useradd", "--system", "--no-create-home", "ketnap"], check=False)
    return _known("ketnap")


def _known(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None
