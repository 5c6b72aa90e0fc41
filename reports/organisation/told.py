"""What every part of the report of an organisation tells of, read once."""

from dataclasses import dataclass

from directives import organisation_progress, register
from directives.organisation_progress import OrganisationProgress
from organizations import tree
from organizations.enums import UnitKind
from organizations.errors import Refused
from organizations.formats import date_vn
from organizations.models import Unit
from reports.asked import Asked
from reports.organisation import tables
from reports.organisation.year import Year, year


@dataclass(frozen=True)
class Told:
    """The year of an organisation, and the targets that bind it."""

    year: Year
    targets: list[OrganisationProgress]

    @property
    def asked(self) -> Asked:
        """The parameters of the report."""
        return self.year.asked


def told(asked: Asked) -> Told:
    """Read what the parts share; raises Refused for anything but such an organisation, or where nobody follows it."""
    version, on = asked.version, asked.on
    if version.kind != UnitKind.SOCIO_POLITICAL:
        raise Refused(f"Đến ngày {date_vn(on)}, mã {asked.unit.code} không phải là một tổ chức chính trị – xã hội.")
    made = year(asked, tree.version(Unit(pk=version.follower), on) if version.follower else None)
    if made.top is None:
        raise Refused(f"Chưa ghi cấp ủy nào theo dõi {version.name}; hãy ghi ở trang của tổ chức rồi lập báo cáo.")
    if tables.first_day_known(made) is None:
        raise Refused(f"Đến ngày {date_vn(on)} hệ thống chưa có số liệu nào về người vào Đảng.")
    set_to = organisation_progress.targets_on(Unit.objects.filter(pk=asked.unit.pk), on)
    targets = register.of_known(set_to, asked.own)
    return Told(made, organisation_progress.of_organisations(targets, on))
