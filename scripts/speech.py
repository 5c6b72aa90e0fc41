"""How set-up talks to the person who typed the command: in Vietnamese, one sentence at a time."""

import subprocess
import sys
from collections.abc import Sequence

REFUSED = 3  # the exit code of a child that says: the last line is a sentence for the person, nothing else went wrong


class Refusal(Exception):
    """Set-up cannot go on; the text says in one sentence what is wrong and what to do."""


def say(sentence: str) -> None:
    """Tell what is being done."""
    print(f"→ {sentence}", flush=True)


def attempt(command: Sequence[object], otherwise: str, **options) -> str:
    """Run ``command`` and return what it printed; if it fails, show that and refuse with ``otherwise``."""
    options = {"stdin": subprocess.DEVNULL} | options if "input" not in options else options
    words = [str(word) for word in command]
    done = subprocess.run(words, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode:
        print(done.stdout.rstrip(), file=sys.stderr, flush=True)
        raise Refusal(otherwise)
    return done.stdout
