"""Builds the yearly report of a socio-political organisation."""

from datetime import date

from candidates.enums import Group, ParameterCode, Stage, Tie
from candidates.statistics import Reading, admitted_stage
from directives import organisation_progress, register
from directives.organisation_progress import OrganisationProgress
from organizations import organisations, tree
from organizations.access import Reach
from organizations.enums import UnitKind
from organizations.errors import Refused
from organizations.formats import date_vn, number_vn
from organizations.models import Unit, UnitVersion
from reports import names, unit_tables
from reports.counted import figures
from reports.document import Letterhead, Paragraph, Report, Section, Signature
from reports.organisation import tables
from reports.organisation.year import Year, year
from reports.paper_words import BASIS, of_year, unconfirmed

CODE = "doan-the"


def build(unit: Unit, on: date, *, with_names: bool, own: Reach | None) -> Report:
    """Build the report of the organisation ``unit``; raises Refused for anything else, or where it did not exist."""
    version = organisations.version(unit, on)
    if version is None or version.kind != UnitKind.SOCIO_POLITICAL:
        raise Refused(f"Đến ngày {date_vn(on)}, mã {unit.code} không phải là một tổ chức chính trị – xã hội.")
    follower = tree.version(Unit(pk=version.follower), on) if version.follower else None
    asked = year(version, on, follower)
    if asked.top is None:
        raise Refused(f"Chưa ghi cấp ủy nào theo dõi {version.name}; hãy ghi ở trang của tổ chức rồi lập báo cáo.")
    if tables.first_day_known(asked) is None:
        raise Refused(f"Đến ngày {date_vn(on)} hệ thống chưa có số liệu nào về người vào Đảng.")
    targets = register.of_known(organisation_progress.targets_on(Unit.objects.filter(pk=unit.pk), on), own)
    found = organisation_progress.of_organisations(targets, on)
    return Report(
        code=CODE,
        as_at=on,
        letterhead=_letterhead(version, follower, on),
        opening=(_result(asked), _ways(asked)),
        sections=_sections(asked, found),
        signature=_signature(version, follower),
        annexe=names.of_cell(asked.admitted(), own) if with_names else None,
        slip=_slip(asked, found),
    )


def _letterhead(version: UnitVersion, follower: UnitVersion, on: date) -> Letterhead:
    above = tree.version(version.parent, on) if version.parent else None
    return Letterhead(
        superior=above.name.upper() if above else "",
        issuer=(version.committee or version.name).upper(),
        sign=f"BC/{version.sign}" if version.sign else "BC",
        place=version.place or follower.place,
        kind="BÁO CÁO",
        subject=f"kết quả bồi dưỡng, giới thiệu đoàn viên, hội viên ưu tú cho Đảng {of_year(on)}",
        party="",
    )


def _sections(asked: Year, found: list[OrganisationProgress]) -> tuple[Section, ...]:
    counted = unit_tables.as_at_words(asked.on, Reading.THEN, BASIS[admitted_stage(asked.on)])
    none_set = () if found else (Paragraph(f"Năm {asked.on.year} tổ chức chưa đặt chỉ tiêu nào trong hệ thống."),)
    return (
        Section("THỰC HIỆN CHỈ TIÊU", none_set, tables=(tables.targets(found, asked),) if found else ()),
        Section("KẾT QUẢ CỦA CÁC CƠ SỞ", tables=(tables.branches(asked, counted),)),
        Section("DOANH NGHIỆP NGOÀI KHU VỰC NHÀ NƯỚC", (_non_state(asked),), tables=tables.founded(asked)),
        Section("GIÚP ĐỠ, TẬP HUẤN", (_help(asked),), tables=tables.seminars(asked)),
        Section(f"PHƯƠNG HƯỚNG NĂM {asked.on.year + 1}", (_next(asked),)),
    )


def _result(asked: Year) -> Paragraph:
    return Paragraph(
        f"Từ ngày {date_vn(asked.period.start)} đến ngày {date_vn(asked.on)}, {asked.version.name} và các cơ sở đã giới thiệu "
        "{introduced} đoàn viên, hội viên ưu tú; có {admitted} đoàn viên, hội viên được kết nạp vào Đảng, trong đó {nominated} "
        "người do tổ chức giới thiệu.",
        figures(
            {
                "introduced": asked.introduced(),
                "admitted": asked.admitted(),
                "nominated": asked.admitted(Tie.NOMINATED),
            }
        ),
    )


def _ways(asked: Year) -> Paragraph:
    return Paragraph(
        "Hiện có {sources} đoàn viên, hội viên trong nguồn, đang được bồi dưỡng, xem xét; {official} người được công nhận đảng "
        "viên chính thức trong năm.",
        figures({"sources": asked.sources(), "official": asked.flow(Stage.OFFICIAL)}),
    )


def _non_state(asked: Year) -> Paragraph:
    new = sum(len(table.rows) for table in tables.founded(asked))
    return Paragraph(
        "Có {admitted} đoàn viên, hội viên làm việc trong doanh nghiệp ngoài khu vực Nhà nước được kết nạp vào Đảng; "
        f"toàn đảng bộ thành lập {number_vn(new)} tổ chức đảng trong doanh nghiệp ngoài khu vực Nhà nước.",
        figures({"admitted": asked.admitted(groups=(Group.NON_STATE,))}),
    )


def _help(asked: Year) -> Paragraph:
    held = tables.seminars(asked)
    count = len(held[0].rows) if held else 0
    return Paragraph(
        "Có {helped} đoàn viên, hội viên trong nguồn được chi bộ phân công đảng viên giúp đỡ; "
        f"đã tổ chức {number_vn(count)} hội nghị tập huấn chuyên đề về công tác phát triển đảng.",
        figures({"helped": asked.sources((Group.HELPED,))}),
    )


def _next(asked: Year) -> Paragraph:
    return Paragraph(
        "Tiếp tục bồi dưỡng, giới thiệu {sources} đoàn viên, hội viên trong nguồn; phối hợp với các chi bộ phân công đảng viên "
        f"giúp đỡ người chưa được phân công; đặt chỉ tiêu năm {asked.on.year + 1} cho từng cơ sở.",
        figures({"sources": asked.sources()}),
    )


def _signature(version: UnitVersion, follower: UnitVersion) -> Signature:
    bureau = follower.committee or follower.name
    recipients = (f"Thường trực {bureau} (báo cáo)", f"Ban Tổ chức {bureau}", "Lưu")
    return Signature("TM. BAN THƯỜNG VỤ", "", recipients, cosigner=f"XÁC NHẬN BAN TỔ CHỨC {bureau.upper()}")


def _slip(asked: Year, found: list[OrganisationProgress]) -> tuple[str, ...]:
    """What must not stand in a signed report."""
    notes = [f"Chỉ tiêu “{each.target}”: chưa ai xác nhận." for each in found if not each.target.confirmed_by_id]
    notes += unconfirmed(asked.on, ParameterCode.ADMITTED_BY)
    notes.append("Thể thức văn bản riêng của tổ chức chính trị – xã hội chưa có căn cứ; phần đầu trang cần kiểm tra.")
    notes.append("“Kết nạp” tính người là đoàn viên, hội viên vào ngày kết nạp; khác với người do tổ chức giới thiệu.")
    if asked.branches:
        notes.append("Số đoàn viên, hội viên cộng từ số các cơ sở báo; chưa trừ người thuộc nhiều cơ sở.")
    return tuple(notes)
