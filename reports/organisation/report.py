"""The yearly report of a socio-political organisation, and what is told of a year of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from candidates.enums import Group, Stage, Tie
from directives import organisation_progress, register
from directives.organisation_progress import OrganisationProgress
from organizations import tree
from organizations.enums import UnitKind
from organizations.errors import Refused
from organizations.formats import date_vn, number_vn
from organizations.models import Unit
from reports.asked import Asked, filled
from reports.counted import figures
from reports.document import Letterhead, Paragraph, Signature
from reports.layout import Content, Definition, Family, Section
from reports.organisation import tables
from reports.organisation.year import Year, year
from reports.paper_words import counted_words


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


def _letterhead(found: Told) -> Letterhead:
    version, follower, on = found.year.version, found.year.follower, found.year.on
    above = tree.version(version.parent, on) if version.parent else None
    return Letterhead(
        superior=above.name.upper() if above else "",
        issuer=(version.committee or version.name).upper(),
        sign=f"BC/{version.sign}" if version.sign else "BC",
        place=version.place or follower.place,
        kind="BÁO CÁO",
        subject=filled("kết quả bồi dưỡng, giới thiệu đoàn viên, hội viên ưu tú cho Đảng {period}", found.asked),
        party="",
    )


def _targets(found: Told) -> Iterator[Content]:
    if found.targets:
        yield tables.targets(found.targets, found.year)
    else:
        yield Paragraph(f"Năm {found.year.on.year} tổ chức chưa đặt chỉ tiêu nào trong hệ thống.")


def _branches(found: Told) -> Iterator[Content]:
    yield tables.branches(found.year, counted_words(found.asked))


def _result(found: Told) -> Iterator[Content]:
    counted = {
        "introduced": found.year.introduced(),
        "admitted": found.year.admitted(),
        "nominated": found.year.admitted(Tie.NOMINATED),
    }
    words = (
        "Từ ngày {from} đến ngày {to}, {unit} và các cơ sở đã giới thiệu {introduced} đoàn viên, hội viên ưu tú; có {admitted} "
        "đoàn viên, hội viên được kết nạp vào Đảng, trong đó {nominated} người do tổ chức giới thiệu."
    )
    yield Paragraph(filled(words, found.asked), figures(counted))


def _ways(found: Told) -> Iterator[Content]:
    yield Paragraph(
        "Hiện có {sources} đoàn viên, hội viên trong nguồn, đang được bồi dưỡng, xem xét; {official} người được công nhận đảng "
        "viên chính thức trong năm.",
        figures({"sources": found.year.sources(), "official": found.year.flow(Stage.OFFICIAL)}),
    )


def _non_state(found: Told) -> Iterator[Content]:
    held = tables.founded(found.year)
    new = sum(len(table.rows) for table in held)
    yield Paragraph(
        "Có {admitted} đoàn viên, hội viên làm việc trong doanh nghiệp ngoài khu vực Nhà nước được kết nạp vào Đảng; "
        f"toàn đảng bộ thành lập {number_vn(new)} tổ chức đảng trong doanh nghiệp ngoài khu vực Nhà nước.",
        figures({"admitted": found.year.admitted(groups=(Group.NON_STATE,))}),
    )
    yield from held


def _help(found: Told) -> Iterator[Content]:
    held = tables.seminars(found.year)
    count = len(held[0].rows) if held else 0
    yield Paragraph(
        "Có {helped} đoàn viên, hội viên trong nguồn được chi bộ phân công đảng viên giúp đỡ; "
        f"đã tổ chức {number_vn(count)} hội nghị tập huấn chuyên đề về công tác phát triển đảng.",
        figures({"helped": found.year.sources((Group.HELPED,))}),
    )
    yield from held


def _next(found: Told) -> Iterator[Content]:
    yield Paragraph(
        "Tiếp tục bồi dưỡng, giới thiệu {sources} đoàn viên, hội viên trong nguồn; phối hợp với các chi bộ phân công đảng viên "
        f"giúp đỡ người chưa được phân công; đặt chỉ tiêu năm {found.year.on.year + 1} cho từng cơ sở.",
        figures({"sources": found.year.sources()}),
    )


def _signature(found: Told) -> Signature:
    bureau = found.year.follower.committee or found.year.follower.name
    recipients = (f"Thường trực {bureau} (báo cáo)", f"Ban Tổ chức {bureau}", "Lưu")
    return Signature("TM. BAN THƯỜNG VỤ", "", recipients, cosigner=f"XÁC NHẬN BAN TỔ CHỨC {bureau.upper()}")


def _notes(found: Told) -> Iterator[str]:
    for each in found.targets:
        if not each.target.confirmed_by_id:
            yield f"Chỉ tiêu “{each.target}”: chưa ai xác nhận."
    yield "Thể thức văn bản riêng của tổ chức chính trị – xã hội chưa có căn cứ; phần đầu trang cần kiểm tra."
    yield "“Kết nạp” tính người là đoàn viên, hội viên vào ngày kết nạp; khác với người do tổ chức giới thiệu."
    if found.year.branches:
        yield "Số đoàn viên, hội viên cộng từ số các cơ sở báo; chưa trừ người thuộc nhiều cơ sở."


DEFINITION = Definition(
    code="doan-the",
    name="Báo cáo năm của tổ chức chính trị – xã hội",
    answers="Chỉ tiêu năm và nhiệm kỳ, kết nạp so với đoàn viên, hội viên, doanh nghiệp ngoài khu vực Nhà nước, tập huấn.",
    head=_letterhead,
    facts=told,
    opening=(_result, _ways),
    sections=(
        Section("Thực hiện chỉ tiêu", (_targets,)),
        Section("Kết quả của các cơ sở", (_branches,)),
        Section("Doanh nghiệp ngoài khu vực Nhà nước", (_non_state,)),
        Section("Giúp đỡ, tập huấn", (_help,)),
        Section("Phương hướng năm {next_year}", (_next,)),
    ),
    signed=_signature,
    names=lambda found: found.year.admitted(),
    notes=_notes,
    kinds=frozenset({UnitKind.SOCIO_POLITICAL}),
    family=Family.ORGANISATIONS,
)
