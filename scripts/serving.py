"""``make run`` and ``make stop``: the web server in front, the private database watched behind it."""

import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.private_cluster import ROOT
from scripts import application, environment, ports, preparation, stamps, terminal
from scripts.cluster import Cluster, ours
from scripts.speech import Refusal, say

GOOD_ENDS = (0, 130, 143, -signal.SIGINT, -signal.SIGTERM)
# Each thread keeps a database connection, and PostgreSQL gives out a hundred.
POOL = ("--workers", "2", "--blocking-threads", "8", "--backpressure", "64", "--workers-kill-timeout", "3")
WORKER = [str(environment.PYTHON), "manage.py", "procrastinate", "worker", "--queues", "reports", "--concurrency", "1"]
GLANCE = 1  # second between two looks at the database


def run() -> int:
    """Prepare, serve, print the address and the demo's accounts; Ctrl-C is a good end."""
    port = ports.wanted()
    ports.refuse_taken(port)
    served = preparation.prepare()
    accounts = application.demo()
    ports.refuse_taken(port)
    with _web_server(port) as web, _Worker(port) as worker:
        if _opened(port, web):
            print(f"\nKết Nạp: http://localhost:{port}/   (Ctrl-C để tắt)\n\n{accounts.strip()}\n", flush=True)
        code = _watch(web, worker, served)
    if code not in GOOD_ENDS:
        raise Refusal(f"Máy chủ web dừng vì lỗi (mã {code}); hãy xem lời báo ở trên.")
    return 0


def stop() -> int:
    """Stop the web servers and the private database of this clone."""
    for note in (*stamps.VAR.glob("web-*.pid"), *stamps.VAR.glob("worker-*.pid")):
        _stop_noted(note)
    if preparation.own_database() and (cluster := ours()).place.data.exists():
        cluster.stop()
    say("Đã tắt trang web và cơ sở dữ liệu của bản này; dữ liệu còn nguyên.")
    return 0


@contextmanager
def _web_server(port: int) -> Iterator[subprocess.Popen]:
    """Start granian; it holds the lock on the note of its number for as long as it lives."""
    with (stamps.VAR / f"web-{port}.pid").open("w") as note:
        fcntl.flock(note, fcntl.LOCK_EX)
        web = subprocess.Popen(_granian(port), process_group=0, pass_fds=[note.fileno()], cwd=ROOT, env=_variables())
        note.write(str(web.pid))
    try:
        with terminal.leading(web):
            yield web
    finally:
        web.terminate()
        web.wait()


class _Worker:
    """The process that prints large reports in the background; like the web server it holds the lock on its note."""

    def __init__(self, port: int) -> None:
        self.note = stamps.VAR / f"worker-{port}.pid"
        self.process: subprocess.Popen | None = None

    def __enter__(self) -> "_Worker":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait()

    def start(self) -> None:
        """Start it; a port has one."""
        with self.note.open("w") as note:
            fcntl.flock(note, fcntl.LOCK_EX)
            self.process = subprocess.Popen(
                WORKER, process_group=0, pass_fds=[note.fileno()], cwd=ROOT, env=_variables(), stdin=subprocess.DEVNULL
            )
            note.write(str(self.process.pid))

    def revive(self) -> None:
        """Start it again where it ended by itself: it does when the database is away."""
        if self.process.poll() is not None:
            self.start()


def _granian(port: int) -> list[str]:
    command = [str(environment.PYTHON), "-m", "granian", "--interface", "wsgi", "--log-level", "error", *POOL]
    return [*command, "--host", ports.HOST, "--port", str(port), "config.wsgi:application"]


def _variables() -> dict[str, str]:
    return {"HTTPS": "false"} | os.environ


def _opened(port: int, web: subprocess.Popen) -> bool:
    while web.poll() is None and not ports.answers(port):
        time.sleep(0.1)
    return web.poll() is None


def _watch(web: subprocess.Popen, worker: _Worker, served: Cluster | None) -> int:
    """Wait for the web server to end, and meanwhile start the database and the worker again if they ended."""
    while True:
        try:
            return web.wait(GLANCE)
        except subprocess.TimeoutExpired:
            if served and served.was_killed():
                _revive(served)
            worker.revive()


def _revive(served: Cluster) -> None:
    say("Cơ sở dữ liệu bị tắt đột ngột; đang khởi động lại …")
    with preparation.alone():
        served.start()


def _stop_noted(note: Path) -> None:
    with note.open("a+") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.kill(int(note.read_text()), signal.SIGTERM)
            fcntl.flock(held, fcntl.LOCK_EX)
