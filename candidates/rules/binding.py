"""Whom a local criterion binds: some occupations, or everybody."""


def binds(occupations: frozenset[str], occupation: str) -> bool | None:
    """Say whether a criterion binds somebody; None where that hangs on an occupation which is not known ("").

    No named occupation means everybody.
    """
    if not occupations:
        return True
    return occupation in occupations if occupation else None
