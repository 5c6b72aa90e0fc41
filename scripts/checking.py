"""``make test``: style, the import contracts, the suite, and last the journeys in a browser."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

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
    with _migrating():
        for name, command in CHECKS.items():
            say(name)
            if subprocess.run(command, stdin=subprocess.DEVNULL, cwd=ROOT, check=False).returncode:
                raise Refusal(f"{name} không đạt; hãy xem lời báo ở trên.")
    return 0


@contextmanager
def _migrating() -> Iterator[None]:
    """Make the database that the tests copy while style is checked; tests wait for it, or make it where this failed."""
    making = subprocess.Popen([environment.PYTHON, "-m", "tests.databases"], stdin=subprocess.DEVNULL, cwd=ROOT)
    try:
        yield
    finally:
        making.terminate()
        making.wait()
