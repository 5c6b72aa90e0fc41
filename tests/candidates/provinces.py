"""A province and its officer: the one who may change what the national texts say."""

from organizations import tree
from organizations.access import Reach, reach
from organizations.clock import real_today
from organizations.enums import Role, UnitKind
from organizations.models import Unit, User
from tests import people


def officer(*under: Unit) -> User:
    """Create a province over ``under`` (which lay under nothing) with an officer of its board."""
    province = people.unit("P", "Đảng bộ tỉnh", UnitKind.PROVINCE)
    for unit in under:
        unit.versions.update(parent=province)
    tree.rebuild()
    return people.person("tinh", "Châu Thị Tỉnh", Role.BOARD_OFFICER, province)


def reach_of(user: User) -> Reach:
    """The reach of ``user`` today."""
    return reach(user, real_today())
