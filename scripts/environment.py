"""The clone's Python packages: ``.venv``, filled from the locked requirements with their hashes."""

import importlib.util
import subprocess
import sys

from config.private_cluster import ROOT
from scripts import debian, stamps
from scripts.speech import Refusal, attempt, say

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
PIP = [PYTHON, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--require-hashes"]


def packages() -> list[str]:
    """Return what Debian must add before a venv can be made here."""
    return [] if _healthy() or importlib.util.find_spec("ensurepip") else ["python3-venv"]


def ensure(*lists: str) -> None:
    """Make ``.venv`` if it is not usable and install each of the requirement ``lists`` that changed."""
    whole = _healthy()
    if not whole:
        _create()
    for name in lists:
        # The time tells this .venv from one that somebody made anew by hand.
        key = f"{stamps.digest(ROOT / name)} {(VENV / 'pyvenv.cfg').stat().st_mtime_ns}"
        if not (whole and stamps.current(name, key)):
            say(f"Đang cài các gói Python của {name} …")
            attempt([*PIP, "-r", ROOT / name], f"pip không cài được {name}; hãy xem lời báo ở trên (mạng, mã băm).")
            stamps.store(name, key)


def _healthy() -> bool:
    """A venv that was moved, half made, or whose Python was replaced does not count."""
    made = VENV / "pyvenv.cfg"
    if not made.exists() or f" {VENV}\n" not in made.read_text() or not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-c", "import pip"], stderr=subprocess.DEVNULL, check=False).returncode == 0


def _create() -> None:
    importlib.invalidate_caches()
    if not (importlib.util.find_spec("ensurepip") or debian.available()):
        raise Refusal("Python trên máy này không tạo được môi trường riêng; hãy cài gói python3-venv rồi chạy lại.")
    # Not sys.executable: in a shell where this very .venv is active, that would clear itself away.
    base = getattr(sys, "_base_executable", sys.executable)
    attempt([base, "-m", "venv", "--clear", VENV], "Không tạo được .venv; hãy cài gói python3-venv rồi chạy lại.")
