"""Who gets Ctrl-C. A terminal sends it to everybody in the leading process group.

``make`` would report an interrupted target as a failure, and granian's workers sometimes hang when they hear it beside
the order of their own head. So set-up leads the terminal alone while the web server runs, and passes the order on.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

PASSED_ON = {signal.SIGINT: signal.SIGINT, signal.SIGTERM: signal.SIGTERM, signal.SIGHUP: signal.SIGTERM}


@contextmanager
def leading(child: subprocess.Popen) -> Iterator[None]:
    """Pass on to ``child`` what asks this process to end, and hear Ctrl-C before ``make`` does."""
    for received in PASSED_ON:
        signal.signal(received, lambda number, _frame: child.send_signal(PASSED_ON[number]))
    group = os.getpgrp()
    if not _leads(group):
        yield
        return
    # Ctrl-Z would stop this process where no shell could wake it up; SIGTTOU stops who takes the terminal unasked.
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    _lead(0)
    try:
        yield
    finally:
        _lead(group)


def _leads(group: int) -> bool:
    try:
        return os.tcgetpgrp(sys.stdin.fileno()) == group
    except (OSError, ValueError):
        return False  # no terminal


def _lead(group: int) -> None:
    """Join ``group`` (0: a new one) and let it lead the terminal."""
    os.setpgid(0, group)
    os.tcsetpgrp(sys.stdin.fileno(), os.getpgrp())
