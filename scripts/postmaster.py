"""The traces of a database server: the number it wrote down, and the processes that are really there."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Postmaster:
    """The server of one data folder, looked at with the ``subprocess`` options of the user who runs it."""

    data: Path
    as_runner: dict

    def pid(self) -> int | None:
        """Return the number that the server wrote down; one that was stopped took it away."""
        try:
            return int(self._note().read_text().split()[0])
        except (FileNotFoundError, IndexError):
            return None

    def is_alive(self) -> bool:
        """Tell whether that number is a server of these data, not another program that got it since."""
        return self.pid() in self._processes()

    def is_missing(self) -> bool:
        """Tell whether it wrote a number and is no more; cheaper than ``is_alive``, for a look every second."""
        pid = self.pid()
        return pid is not None and self._state(pid) in ("", "Z")

    def forget_dead(self) -> None:
        """Remove the note when another program got the number, as after a reboot: PostgreSQL would not start then.

        Never while a child of a killed server is left: the note is what keeps a second server off its memory.
        """
        pid = self.pid()
        if pid is not None and self._state(pid) and not self._processes():
            self._note().unlink()

    def _note(self) -> Path:
        return self.data / "postmaster.pid"

    def _state(self, pid: int) -> str:
        """The letter of the system for what a process does (Z: dead, not buried); empty if there is none."""
        try:
            return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return ""

    def _processes(self) -> set[int]:
        """Every process that works in the data folder; only their own user may see where a process works."""
        look = ["find", "/proc", "-maxdepth", "2", "-path", "/proc/[0-9]*/cwd", "-printf", "%h\t%l\\0"]
        seen = subprocess.run(look, check=False, capture_output=True, text=True, **self.as_runner)
        places = (entry.split("\t", 1) for entry in seen.stdout.split("\0") if "\t" in entry)
        return {int(os.path.basename(process)) for process, place in places if Path(place) == self.data.resolve()}
