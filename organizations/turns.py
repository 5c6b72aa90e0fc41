"""One after the other: whoever does the same thing at the same moment waits until the first one's transaction has ended."""

from django.db import connection


def take(*words: object) -> None:
    """Wait for the turn that ``words`` name and hold it until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", ["\n".join(map(str, words))])
