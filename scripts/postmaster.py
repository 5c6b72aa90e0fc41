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

    def forget_dead(self) -> None:
        """Remove the note when another program got the number, as after a reboot: PostgreSQL would not start then.

        Never while a child of a killed server is left: the note is what keeps a second server off its memory.
        """
        pid = self.pid()
        if pid is not None and Path(f"/proc/{pid}").exists() and not self._processes():
            self._note().unlink()

    def _note(self) -> Path:
        return self.data / "postmaster.pid"

    def _processes(self) -> set[int]:
        """Every process that works in the data folder; only their own user may see where a process works."""
        look = ["find", "/proc", "-maxdepth", "2", "-path", "/proc/[0-9]*/cwd", "-printf", "%h\t%l\n"]
        seen = subprocess.run(look, check=False, capture_output=True, text=True, **self.as_runner)
        places = (line.split("\t") for line in seen.stdout.splitlines())
        return {int(os.path.basename(process)) for process, place in places if Path(place) == self.data.resolve()}
