"""Runs several management commands in one process, because starting Django costs more than most of them.

Called with the clone's own Python: ``.venv/bin/python -m scripts.commands "migrate --no-input" "load_policy"``.
"""

import os
import shlex
import sys

OLDEST = 15
REFUSED = 3  # the exit code that says: the last line is a sentence for the person, nothing else went wrong
UNREACHABLE = "Không nối được tới cơ sở dữ liệu: {reason}; hãy xem lại DATABASE_URL, hoặc bỏ nó đi để dùng bản riêng."
TOO_OLD = "PostgreSQL {version} ở DATABASE_URL quá cũ; cần bản {oldest} trở lên."


def main(lines: list[str]) -> None:
    """Check the database, then run each line as ``manage.py`` would."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django  # after the settings are named
    from django.core.management import execute_from_command_line

    django.setup()
    if refusal := database_refusal():
        print(refusal, file=sys.stderr)
        sys.exit(REFUSED)
    for line in lines:
        execute_from_command_line(["manage.py", *shlex.split(line)])


def database_refusal() -> str | None:
    """Return the sentence that says why the database cannot be used, if it cannot."""
    from django.db import OperationalError, connection  # not before setup()

    try:
        version = connection.cursor().connection.info.server_version // 10000
    except OperationalError as error:
        return UNREACHABLE.format(reason=str(error).strip().splitlines()[0])
    return TOO_OLD.format(version=version, oldest=OLDEST) if version < OLDEST else None


if __name__ == "__main__":
    main(sys.argv[1:])
