"""Runs several management commands in one process, because starting Django costs more than most of them.

Called with the clone's own Python: ``.venv/bin/python -m scripts.commands "migrate --no-input" "load_policy"``.
"""

import os
import shlex
import sys

import django
from django.core.management import execute_from_command_line
from django.db import NotSupportedError, OperationalError, connection

from scripts.speech import REFUSED

OLDEST = 15
UNREACHABLE = "Không nối được tới cơ sở dữ liệu: {reason}; hãy xem lại DATABASE_URL, hoặc bỏ nó đi để dùng bản riêng."
TOO_OLD = "PostgreSQL {version} ở DATABASE_URL quá cũ; cần bản {oldest} trở lên."


def main(lines: list[str]) -> None:
    """Check the database, then run each line as ``manage.py`` would."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    if refusal := database_refusal():
        print(refusal, file=sys.stderr)
        sys.exit(REFUSED)
    for line in lines:
        execute_from_command_line(["manage.py", *shlex.split(line)])


def database_refusal() -> str | None:
    """Return the sentence that says why the database cannot be used, if it cannot."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        return UNREACHABLE.format(reason=str(error).strip().splitlines()[0])
    except NotSupportedError:
        pass  # Django's own limit lies lower, and its words are English
    version = connection.connection.info.server_version // 10000
    return TOO_OLD.format(version=version, oldest=OLDEST) if version < OLDEST else None


if __name__ == "__main__":
    main(sys.argv[1:])
