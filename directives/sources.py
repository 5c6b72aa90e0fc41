"""Whether a unit has people left to admit: what the records say; the reason itself is the unit's to tell."""

from enum import StrEnum


class Sources(StrEnum):
    """What the records say of a unit's sources."""

    LEFT = "còn nguồn"
    NONE_LEFT = "không còn nguồn"
    NOTHING_ENTERED = "chưa nhập hồ sơ"


def state(on_the_way: int, recorded: int) -> Sources:
    """Say how a unit stands that has so many people before admission, and so many that were ever recorded."""
    if on_the_way:
        return Sources.LEFT
    return Sources.NONE_LEFT if recorded else Sources.NOTHING_ENTERED
