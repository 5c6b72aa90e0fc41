"""Test databases: the migrations are run once for a state of theirs; every worker and every later run copies the outcome.

Django renders the state of every model anew between migrations: half a minute of computing for each database. The outcome is
kept under a name made of what the migrations say, so that a changed one is never missed, and older ones go.
"""

import hashlib
import inspect
import os
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader


def migrated() -> str:
    """Return the name of a database in which everything is migrated and nothing is stored; make it where it is missing."""
    stem = f"{connection.settings_dict['NAME']}_migrated_"
    name = stem + _state()
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [stem])
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [stem])
        there = {row[0] for row in cursor.fetchall()}
        if name not in there:
            for old in there:
                cursor.execute(f'DROP DATABASE "{old}"')
            _make(cursor, name, unfinished=f"{stem}unfinished")
    return name


def settle() -> None:
    """Check now what the database checks at the end of a transaction; called once what a whole module uses is laid.

    Otherwise every test of the module, which ends by having its rows checked, would check all of that again.
    """
    connection.check_constraints()


def _make(cursor, name: str, unfinished: str) -> None:
    """Migrate under another name first: a run that was broken off leaves no half of a database behind."""
    cursor.execute(f'CREATE DATABASE "{unfinished}"')
    ours = connection.settings_dict["NAME"]
    try:
        connection.settings_dict["NAME"] = unfinished
        call_command("migrate", verbosity=0)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = ours
    cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"')


def _state() -> str:
    """What the migrations of all apps say, in twelve letters."""
    said = hashlib.sha256()
    for migration in sorted(MigrationLoader(None).disk_migrations.values(), key=str):
        said.update(str(migration).encode() + Path(inspect.getfile(type(migration))).read_bytes())
    return said.hexdigest()[:12]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    migrated()
