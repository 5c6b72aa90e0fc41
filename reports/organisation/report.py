"""The yearly report of a socio-political organisation, and what is told of a year of it."""

from collections.abc import Iterator

from candidates.enums import Group, Stage, Tie
from organizations import tree
from organizations.enums import UnitKind
from organizations.models import Unit
from reports import making_known, phrases
from reports.asked import Asked, filled
from reports.counted import figures
from reports.document import Letterhead, Paragraph, Signature
from reports.layout import Content, Definition, Family, Section
from reports.models.frozen import ListKind
from reports.organisation import outlook, tables
from reports.organisation.told import Told, told
from reports.paper_words import counted_words
from reports.phrases import Phrase
from reports.unit_lists import UnitList, of_class, of_elsewhere


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
    counted = figures(
        {
            "introduced": found.year.introduced(),
            "admitted": found.year.admitted(),
            "nominated": found.year.admitted(Tie.NOMINATED),
        }
    )
    nominated = phrases.some(
        "nominated", counted["nominated"], "{nominated} người do tổ chức giới thiệu", "chưa có ai do tổ chức giới thiệu"
    )
    held = "có {admitted} đoàn viên, hội viên được kết nạp vào Đảng"
    said = phrases.together(
        phrases.some(
            "introduced",
            counted["introduced"],
            "đã giới thiệu {introduced} đoàn viên, hội viên ưu tú",
            "chưa giới thiệu được đoàn viên, hội viên ưu tú",
        ),
        phrases.some(
            "admitted",
            counted["admitted"],
            f"{held}, trong đó {nominated.words}",
            "chưa có đoàn viên, hội viên được kết nạp vào Đảng",
        ),
    )
    more = nominated.figures if counted["admitted"].value else {}
    opening = filled("Từ ngày {from} đến ngày {to}, {unit} và các cơ sở", found.asked)
    yield Paragraph(f"{opening} {said.words}.", said.figures | more)


def _ways(found: Told) -> Iterator[Content]:
    counted = figures({"sources": found.year.sources(), "official": found.year.flow(Stage.OFFICIAL)})
    recognised = phrases.some(
        "official",
        counted["official"],
        "{official} người được công nhận đảng viên chính thức trong năm",
        "trong năm chưa có người được công nhận đảng viên chính thức",
    )
    yield Paragraph(
        f"Hiện có {{sources}} đoàn viên, hội viên trong nguồn, đang được bồi dưỡng, xem xét; {recognised.words}.",
        {"sources": counted["sources"]} | recognised.figures,
    )


def _non_state(found: Told) -> Iterator[Content]:
    held = tables.founded(found.year)
    new = len(tables.founded_in(found.year))
    people = figures({"admitted": found.year.admitted(groups=(Group.NON_STATE,))})["admitted"]
    yield _joined(
        phrases.some(
            "admitted",
            people,
            "Có {admitted} đoàn viên, hội viên làm việc trong doanh nghiệp ngoài khu vực Nhà nước được kết nạp vào Đảng",
            "Chưa có đoàn viên, hội viên làm việc trong doanh nghiệp ngoài khu vực Nhà nước được kết nạp vào Đảng",
        ),
        phrases.some(
            "founded",
            FOUNDED.of(new, found.asked),
            "toàn đảng bộ thành lập {founded} tổ chức đảng trong doanh nghiệp ngoài khu vực Nhà nước",
            "toàn đảng bộ chưa thành lập tổ chức đảng nào trong doanh nghiệp ngoài khu vực Nhà nước",
        ),
    )
    yield from held


def _help(found: Told) -> Iterator[Content]:
    held = tables.seminars(found.year)
    count = len(tables.held_in(found.year))
    helped = figures({"helped": found.year.sources((Group.HELPED,))})["helped"]
    yield _joined(
        phrases.some(
            "helped",
            helped,
            "Có {helped} đoàn viên, hội viên trong nguồn được chi bộ phân công đảng viên giúp đỡ",
            "Chưa có đoàn viên, hội viên trong nguồn được chi bộ phân công đảng viên giúp đỡ",
        ),
        phrases.some(
            "seminars",
            SEMINARS.of(count, found.asked),
            "đã tổ chức {seminars} hội nghị tập huấn chuyên đề về công tác phát triển đảng",
            "chưa tổ chức hội nghị tập huấn chuyên đề về công tác phát triển đảng",
        ),
    )
    yield from held


def _joined(*said: Phrase) -> Paragraph:
    """One sentence of several phrases."""
    counted = {token: figure for each in said for token, figure in each.figures.items()}
    return Paragraph(f"{'; '.join(each.words for each in said)}.", counted)


FOUNDED = UnitList(
    "thanh-lap",
    "Tổ chức đảng thành lập {period} trong doanh nghiệp ngoài khu vực Nhà nước",
    lambda asked: tables.founded_in(told(asked).year),
    "tổ chức đảng",
    of_elsewhere,
)
SEMINARS = UnitList(
    "hoi-nghi",
    "Hội nghị tập huấn tổ chức {period}",
    lambda asked: list(tables.held_in(told(asked).year)),
    "hội nghị",
    of_class,
    ListKind.SEMINARS,
)


def _made_known(found: Told) -> Iterator[Content]:
    yield from making_known.sentences(_known(found.asked))


def _known(asked: Asked) -> making_known.Known:
    """What the organisation and its branches were to make known, by documents set to the party unit that follows it."""
    made = told(asked).year
    return making_known.Known(asked, made.follower.unit, Unit.objects.filter(pk__in=[each.pk for each in made.whole]))


def _duty_lists(asked: Asked) -> Iterator[UnitList]:
    return making_known.lists(_known(asked))


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
        Section("Lãnh đạo, chỉ đạo, quán triệt", (_made_known,)),
        Section("Thực hiện chỉ tiêu", (_targets,)),
        Section("Kết quả của các cơ sở", (_branches,)),
        Section("Doanh nghiệp ngoài khu vực Nhà nước", (_non_state,)),
        Section("Giúp đỡ, tập huấn", (_help,)),
        Section("Ưu điểm, hạn chế, nguyên nhân", (outlook.judged,)),
        Section("Phương hướng năm {next_year}", (outlook.directions,)),
        Section("Kiến nghị", (outlook.proposals,)),
    ),
    signed=_signature,
    names=lambda found: found.year.admitted(),
    notes=_notes,
    unit_lists=(FOUNDED, SEMINARS, *outlook.LISTS),
    more_lists=_duty_lists,
    kinds=frozenset({UnitKind.SOCIO_POLITICAL}),
    family=Family.ORGANISATIONS,
)
