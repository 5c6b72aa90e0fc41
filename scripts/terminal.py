"""Who gets Ctrl-C. In a terminal it goes to ``make`` too, which then reports an interrupted target as a failure.

So the web server leads the terminal while it runs, in a process group of its own, and make sees a command that ended
well.
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
    """Let ``child``, the head of its process group, lead the terminal; pass on to it what is sent to this process."""
    for received in PASSED_ON:
        signal.signal(received, lambda number, _frame: child.send_signal(PASSED_ON[number]))
    # A process in the background is stopped by SIGTTOU when it gives the terminal away or takes it back.
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    led = _give(child.pid)
    try:
        yield
    finally:
        if led:
            _give(os.getpgrp())


def ignore_suspension() -> None:
    """For the child, before it starts: Ctrl-Z would stop it where no shell could wake it up."""
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)


def _give(group: int) -> bool:
    """Make ``group`` lead the terminal, if there is one and this process or its child leads it now."""
    try:
        os.tcsetpgrp(sys.stdin.fileno(), group)
    except (OSError, ValueError):
        return False
    return True
