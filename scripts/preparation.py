"""Everything between a fresh clone and one that can serve; each step does nothing when there is nothing to do."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from scripts import application, cluster, debian, environment, postgres, stamps
from scripts.speech import say

RUN = ["libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-croscore", "gettext"]
TEST = ["chromium", "libatomic1", "poppler-utils", "qpdf"]


def prepare(for_test: bool = False) -> cluster.Cluster | None:
    """Make the clone ready and return its private cluster, or None where ``DATABASE_URL`` names a server.

    Tests have databases of their own: for them the clone's tables are left as they are.
    """
    with alone():
        private = own_database()
        debian.ensure(
            [*RUN, *(TEST if for_test else []), *environment.packages(), *(postgres.packages() if private else [])]
        )
        served = cluster.ours() if private else None
        environment.ensure("requirements.txt", *(["requirements-dev.txt"] if for_test else []))
        if served:
            served.start()
        _prepare_application()
        if not for_test:
            application.tables(served)
        elif not served:
            application.reachable()
    return served


def own_database() -> bool:
    """Tell whether the clone serves its own data: nobody named another server."""
    return not os.environ.get("DATABASE_URL")


@contextmanager
def alone() -> Iterator[None]:
    """Hold the clone's lock: two commands at once would make the same folders."""
    stamps.VAR.mkdir(exist_ok=True)
    with (stamps.VAR / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Một lệnh make khác đang chuẩn bị bản này; đang chờ …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _prepare_application() -> None:
    application.secret_key()
    application.translations()
    application.static_files()
