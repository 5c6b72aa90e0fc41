"""The commands of the Makefile: ``python3 -m scripts setup | run | test | stop``."""

import sys

from scripts import checking, preparation, serving
from scripts.speech import Refusal, say


def setup() -> int:
    """Prepare everything and leave the database running."""
    preparation.prepare()
    say("Đã sẵn sàng: .venv/bin/python manage.py …")
    return 0


def main(name: str) -> int:
    """Carry out the command ``name``; what goes wrong is told in one sentence."""
    try:
        return {"setup": setup, "run": serving.run, "test": checking.test, "stop": serving.stop}[name]()
    except Refusal as refusal:
        print(f"✗ {refusal}", file=sys.stderr)
    except PermissionError as error:
        print(f"✗ Bạn không được ghi {error.filename}; hãy dùng lại người dùng đã chạy make lần đầu.", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1]))
