"""``make test``: style, the import contracts, the suite, and last the journeys in a browser."""

import subprocess

from config.private_cluster import ROOT
from scripts import environment, preparation
from scripts.speech import Refusal, say

PROGRAMS = environment.VENV / "bin"
PYTEST = [environment.PYTHON, "-m", "pytest"]
CHECKS = {
    "ruff check": [PROGRAMS / "ruff", "check", "."],
    "ruff format": [PROGRAMS / "ruff", "format", "--check", "."],
    "lint-imports": [PROGRAMS / "lint-imports"],
    "pytest": [*PYTEST, "tests", "--ignore=tests/journeys", "-n", "auto", "--dist", "loadscope"],
    "pytest tests/journeys": [*PYTEST, "tests/journeys"],
}


def test() -> int:
    """Prepare, then run every check; the first that fails ends it."""
    preparation.prepare(for_test=True)
    for name, command in CHECKS.items():
        say(name)
        if subprocess.run(command, stdin=subprocess.DEVNULL, cwd=ROOT, check=False).returncode:
            raise Refusal(f"{name} không đạt; hãy xem lời báo ở trên.")
    return 0
