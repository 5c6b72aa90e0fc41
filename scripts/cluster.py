"""The life of the private PostgreSQL: made once, started, found again after a crash, stopped."""

import os
import pwd
import shlex
import shutil
import signal
import stat
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from config.private_cluster import DATABASE, PORT, ROLE, Location, location
from scripts import owner, postgres
from scripts.postmaster import Postmaster
from scripts.speech import Refusal, attempt, say

ACCEPTS, STARTS = 0, 1  # what pg_isready answers
PATIENCE = 10  # seconds in which the remains of a killed server must be gone
SETTINGS = ("listen_addresses=", "jit=off", f"port={PORT}")
ACCOUNT = f"""
SELECT 'CREATE ROLE {ROLE} LOGIN CREATEDB' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') \\gexec
SELECT 'CREATE DATABASE {DATABASE} OWNER {ROLE}'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{DATABASE}') \\gexec
"""
# relfilenode changes when a table is made, dropped or emptied, the rest when a migration is run or taken back.
STATE = """
SELECT md5(string_agg(relfilenode::text, ',' ORDER BY oid)) FROM pg_class
 WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
UNION ALL SELECT md5(string_agg(app || '.' || name, ',' ORDER BY id)) FROM django_migrations
"""


@dataclass(frozen=True)
class Cluster:
    """One private cluster: where it lives, the folder of PostgreSQL's programs, the user who runs the server."""

    place: Location
    programs: Path
    runner: pwd.struct_passwd

    def start(self) -> None:
        """Have a server that answers, whatever state the last one was left in; refuse after ten seconds."""
        if not self.place.data.exists():
            self._initialise()
        if not self.answers():
            self._own_socket_folder()
            self._insist()
        self._psql("postgres", "postgres", ACCOUNT)

    def answers(self) -> bool:
        """Tell whether the server of these data takes connections."""
        return self._server.pid() is not None and self._reply() == ACCEPTS

    def was_killed(self) -> bool:
        """Tell whether the server is gone without having been stopped."""
        return self._server.is_missing()

    def stop(self) -> None:
        """Stop the server if there is one, ending its connections."""
        if self._server.is_alive():
            self._pg_ctl("-m", "fast", "-t", "60", "stop")

    def state(self) -> str:
        """Return a mark that changes when the tables or the migrations in the database do; empty if there are none."""
        done = self._call("psql", "-XAtq", *self._address(), "-U", ROLE, "-d", DATABASE, "-c", STATE)
        return done.stdout if done.returncode == 0 else ""

    def _initialise(self) -> None:
        """Make the data folder under another name first, so that an interrupted start leaves no half of one."""
        say("Đang tạo cơ sở dữ liệu riêng …")
        fresh = self.place.data.with_name("postgres.new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        owner.give(fresh, self.runner)
        initdb = [self.programs / "initdb", "-D", fresh, "-U", "postgres", "--encoding=UTF8", "--locale=C.UTF-8"]
        attempt([*initdb, "--auth-local=trust", "--auth-host=reject"], "initdb bị lỗi.", **self._as_runner())
        fresh.rename(self.place.data)

    def _own_socket_folder(self) -> None:
        """Whoever owns the folder may pose as the server, so a folder that a stranger made is refused."""
        folder = self.place.socket
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            found = folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (os.getuid(), self.runner.pw_uid):
                raise Refusal(f"{folder} thuộc về người dùng khác; hãy xóa thư mục ấy rồi chạy lại.") from None
        owner.give(folder, self.runner)

    def _insist(self) -> None:
        """Start until the server answers: the children of a killed one hold its memory for a moment."""
        self._evict_orphan()
        self.place.log.touch(mode=0o600)
        owner.give(self.place.log, self.runner)
        deadline = time.monotonic() + PATIENCE
        while not self._started():
            if time.monotonic() > deadline:
                raise Refusal(f"Cơ sở dữ liệu không khởi động được sau {PATIENCE} giây; hãy xem {self.place.log}.")
            time.sleep(0.3)

    def _started(self) -> bool:
        if self._reply() == STARTS:
            return False
        self.stop()  # it may live, but not at the socket where this clone looks for it
        self._server.forget_dead()
        options = " ".join(f"-c {setting}" for setting in SETTINGS)
        socket = shlex.quote(str(self.place.socket))
        self._pg_ctl("-l", str(self.place.log), "-t", "60", "-o", f"-k {socket} {options}", "start")
        return self.answers()

    def _evict_orphan(self) -> None:
        """Stop a server whose data folder was deleted under it but who still holds the socket."""
        lock = self.place.socket / f".s.PGSQL.{PORT}.lock"
        if self._server.pid() is None and lock.exists() and self._reply() in (ACCEPTS, STARTS):
            os.kill(int(lock.read_text().split()[0]), signal.SIGQUIT)
            time.sleep(0.5)

    @property
    def _server(self) -> Postmaster:
        return Postmaster(self.place.data, self._as_runner())

    def _reply(self) -> int:
        return self._call("pg_isready", "-q", *self._address()).returncode

    def _address(self) -> list[str]:
        return ["-h", str(self.place.socket), "-p", str(PORT)]

    def _psql(self, role: str, database: str, script: str) -> None:
        command = [self.programs / "psql", "-Xq", "-v", "ON_ERROR_STOP=1", *self._address(), "-U", role, "-d", database]
        attempt(command, "Không chuẩn bị được cơ sở dữ liệu.", input=script, **self._as_runner())

    def _pg_ctl(self, *arguments: str) -> None:
        self._call("pg_ctl", "-D", str(self.place.data), "-w", "-s", *arguments)

    def _call(self, program: str, *arguments: str) -> subprocess.CompletedProcess:
        command = [str(self.programs / program), *arguments]
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, **self._as_runner()
        )

    def _as_runner(self) -> dict:
        """The runner cannot enter root's home, and a PG… variable of the person must not redirect the programs."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        return {"cwd": "/", "env": kept | {"LC_ALL": "C.UTF-8"}} | owner.demotion(self.runner)


def ours() -> Cluster:
    """Return the private cluster of this clone; refuse if no PostgreSQL here can serve it."""
    place = location()
    return Cluster(place, postgres.choose(place.data).programs, owner.of(place.data))
