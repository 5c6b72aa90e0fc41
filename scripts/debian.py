"""Debian's packages: which are missing, and how they are installed. Silent on a machine without apt."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from scripts.speech import Refusal, attempt, say

CLUSTER_DEFAULTS = Path("/etc/postgresql-common/createcluster.conf")
INSTALL = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "--no-install-recommends"]
# Without confold, dpkg asks what to do with the createcluster.conf that was there before its package.
PATIENCE = ["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Options::=--force-confold"]


def available() -> bool:
    """Tell whether this machine has apt at all."""
    return bool(shutil.which("apt-get") and shutil.which("dpkg-query"))


def ensure(packages: Iterable[str]) -> None:
    """Install those of ``packages`` that are missing, in one go."""
    lacking = missing(packages) if available() else []
    if not lacking:
        return
    prefix = _privilege(lacking)
    say(f"Đang cài gói hệ thống: {', '.join(lacking)} …")
    if "postgresql" in lacking:
        _forbid_main_cluster(prefix)
    _refresh(prefix)
    otherwise = f"apt không cài được {', '.join(lacking)}; hãy xem lời báo ở trên."
    attempt([*prefix, *INSTALL, *PATIENCE, *lacking], otherwise)


def missing(packages: Iterable[str]) -> list[str]:
    """Return those of ``packages`` that dpkg does not know as installed."""
    asked = list(packages)
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *asked]
    known = subprocess.run(query, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout
    installed = {line.split()[0] for line in known.splitlines() if line.endswith(" installed")}
    return [package for package in asked if package not in installed]


def _privilege(lacking: list[str]) -> list[str]:
    if os.getuid() == 0:
        return []
    if shutil.which("sudo"):
        return ["sudo"]
    raise Refusal(
        "Thiếu gói hệ thống mà bạn không có quyền cài; hãy nhờ người quản trị chạy: "
        f"apt-get install --no-install-recommends {' '.join(lacking)}"
    )


def _forbid_main_cluster(prefix: list[str]) -> None:
    """Keep Debian from starting a server of its own: the clone has a private one."""
    told = CLUSTER_DEFAULTS.read_text() if CLUSTER_DEFAULTS.exists() else ""
    if re.search(r"(?m)^\s*create_main_cluster\s*=\s*(false|no|off|0)", told):
        return
    line = 'mkdir -p "$(dirname "$0")" && echo "create_main_cluster = false" >> "$0"'
    attempt([*prefix, "sh", "-c", line, CLUSTER_DEFAULTS], f"Không ghi được {CLUSTER_DEFAULTS}.")


def _refresh(prefix: list[str]) -> None:
    """Fetch the lists of packages; a broken foreign source is no reason to stop, an apt at work is one to wait."""
    for _ in range(24):
        command = [*prefix, "env", "LC_ALL=C", "apt-get", "update", "-qq"]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode == 0 or "/lock" not in done.stderr:
            return
        time.sleep(5)
