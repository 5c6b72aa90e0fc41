"""Biểu 2-BTCTW, new members by group, occupation, age and education, and Biểu 2B by ethnic group and religion.

Source: HD 11-HD/BTCTW of 13-12-2021 (domain.md §3.1); the official sheet itself was not seen, which the control slip says.
"""

from collections.abc import Iterator

from django.db.models import F

from candidates import statistics, traits
from candidates.among import Among
from candidates.enums import Dimension, Group
from candidates.traits import Trait
from organizations.enums import UnitKind
from organizations.formats import DASH, decimal_vn, rounded
from reports.asked import Asked
from reports.catalogue.words import ADMITTED, MINORITY, OF_FORM, RELIGIOUS, UNION_MEMBERS, WOMEN, YOUNG
from reports.comparing import Compared, Shares
from reports.document import Figure, RowKind
from reports.grassroots import admitting, without_people
from reports.layout import Body, Content, Definition, Facts, Family, Head, Section, Span
from reports.measured import People
from reports.parts import Line, LineTable

NOT_SEEN = (
    "Mẫu biểu dựng theo các bản triển khai của HD 11-HD/BTCTW ngày 13/12/2021; bản chính thức chưa được đối chiếu, chưa ai "
    "xác nhận."
)


NONE_SAID = {"Không": "Không theo tôn giáo nào"}


def _by(dimension: Dimension, value: str) -> People:
    return People(among=Among(traits=(Trait(dimension, value),)))


def _lines(dimension: Dimension) -> tuple[Line, ...]:
    """A line for each value of the form, and one for those of whom it is not recorded, so that the parts add up."""
    known = tuple(Line(trait.label, People(among=Among(traits=(trait,)))) for trait in traits.of(dimension))
    rest = () if dimension == Dimension.AGE else (Line("Chưa ghi", _by(dimension, "")),)
    return (*known, *rest)


def _average_age(asked: Asked) -> tuple[str, Figure, Figure]:
    before = _age(asked.a_year_earlier()) if asked.last_year_known else Figure(DASH)
    return "Tuổi bình quân", _age(asked), before


def _age(asked: Asked) -> Figure:
    found = statistics.average_age(ADMITTED.cell(asked))
    return Figure(DASH if found is None else decimal_vn(rounded(found)))


def _grassroots(kind: UnitKind, label: str) -> tuple:
    def whole(asked: Asked) -> tuple[str, Figure, Figure]:
        return label, *_both(asked, f"{kind}")

    def active(asked: Asked) -> tuple[str, Figure, Figure]:
        return "– có kết nạp đảng viên", *_both(asked, f"{kind}-co")

    def empty(asked: Asked) -> tuple[str, Figure, Figure]:
        return "– không còn quần chúng", *_both(asked, f"{kind}-het")

    return whole, active, empty


def _both(asked: Asked, key: str) -> tuple[Figure, Figure]:
    found = UNIT_LISTS[key]
    before = asked.a_year_earlier()
    return found.figure(asked), found.figure(before) if asked.last_year_known else Figure(None, words="chưa có số liệu")


UNIT_LISTS = {
    found.key: found
    for kind, name in ((UnitKind.GRASSROOTS, "Đảng bộ cơ sở"), (UnitKind.GRASSROOTS_CELL, "Chi bộ cơ sở"))
    for found in (admitting(kind, name, None), admitting(kind, name, ADMITTED), without_people(kind, name))
}

GROUPS = (
    Line("I. Tổng số đảng viên mới kết nạp", ADMITTED, RowKind.TOTAL),
    Line("Trong đó (một người có thể thuộc nhiều dòng):"),
    Line("Nữ", WOMEN),
    Line("Dân tộc thiểu số", MINORITY),
    Line("Người theo tôn giáo", RELIGIOUS),
    Line("Đoàn viên Đoàn TNCS Hồ Chí Minh", UNION_MEMBERS),
    Line("Chủ doanh nghiệp tư nhân", ADMITTED.of(Group.COMPANY_OWNER)),
    Line("Vi phạm chính sách dân số – KHHGĐ", ADMITTED.of(Group.POPULATION_BREACH)),
    Line("Có quan hệ hôn nhân với người nước ngoài", ADMITTED.of(Group.FOREIGN_SPOUSE)),
    Line("Kết nạp lại", ADMITTED.of(Group.READMITTED)),
)
ANALYSIS = (
    Line("II. Phân tích – 1. Nghề nghiệp"),
    *_lines(Dimension.OCCUPATION),
    Line("2. Tuổi đời"),
    *_lines(Dimension.AGE),
    _average_age,
    Line("3. Giáo dục phổ thông"),
    *_lines(Dimension.SCHOOLING),
    Line("4. Chuyên môn nghiệp vụ"),
    *_lines(Dimension.QUALIFICATION),
    Line("5. Chức danh khoa học"),
    *(Line(trait.label, People(among=Among(traits=(trait,)))) for trait in traits.of(Dimension.TITLE)),
)
BODIES = (
    Line("III. Tổ chức cơ sở đảng đến cuối kỳ"),
    *_grassroots(UnitKind.GRASSROOTS, "Đảng bộ cơ sở"),
    *_grassroots(UnitKind.GRASSROOTS_CELL, "Chi bộ cơ sở"),
)


def _notes(found: Facts) -> Iterator[str]:
    yield NOT_SEEN
    yield "“Không còn quần chúng”: tổ chức cơ sở báo số quần chúng bằng 0; tổ chức chưa báo không tính vào dòng này."


def _by_name(dimension: Dimension, title: str, row_head: str):
    """A table with a line for every name that is recorded of somebody admitted in the period or in the same one before."""

    def part(found: Facts) -> Iterator[Content]:
        asked = found.asked
        names = _recorded(dimension, asked) | _recorded(dimension, asked.a_year_earlier())
        lines = [Line(NONE_SAID.get(name, name), _by(dimension, name)) for name in sorted(names, key=_last) if name]
        lines.append(Line("Chưa ghi", _by(dimension, "")))
        whole = Line("Tổng số", ADMITTED, RowKind.TOTAL)
        yield from LineTable(title, (whole, *lines), row_head)(found)

    return part


def _last(name: str) -> tuple[bool, str]:
    """By name; that somebody follows no religion stands behind the religions."""
    return name in NONE_SAID, name


def _recorded(dimension: Dimension, asked: Asked) -> set[str]:
    column = {
        Dimension.ETHNIC_GROUP: "dossier__person__ethnic_group",
        Dimension.RELIGION: "dossier__person__religion",
    }[dimension]
    entries = statistics.entries(ADMITTED.cell(asked)).order_by().values_list(F(column), flat=True)
    return set(entries.distinct())


FORM_2 = Definition(
    code="bieu-2",
    name="Biểu 2-BTCTW: đảng viên mới kết nạp",
    answers="Kỳ này, cùng kỳ năm trước, %: nữ, dân tộc, đoàn viên, nghề nghiệp, tuổi, học vấn; tổ chức cơ sở có kết nạp.",
    head=Head("đảng viên mới kết nạp {period}", kind="BIỂU THỐNG KÊ", body=Body.BOARD, form="Biểu số 2-BTCTW"),
    opening=(
        Compared("Từ ngày {from} đến ngày {to}, {unit} kết nạp {now} đảng viên", ADMITTED),
        Shares(
            "Trong {whole} đảng viên mới kết nạp có",
            ADMITTED,
            (("nữ", WOMEN), ("đoàn viên", UNION_MEMBERS), ("người từ 18 đến 30 tuổi", YOUNG)),
        ),
    ),
    sections=(Section("Đảng viên mới kết nạp", (LineTable("Đảng viên mới kết nạp", (*GROUPS, *ANALYSIS, *BODIES)),)),),
    signed=OF_FORM,
    notes=_notes,
    unit_lists=tuple(UNIT_LISTS.values()),
    span=Span.ANY,
    family=Family.FIGURES,
)

FORM_2B = Definition(
    code="bieu-2b",
    name="Biểu 2B-BTCTW: đảng viên mới kết nạp theo dân tộc, tôn giáo",
    answers="Kỳ này, cùng kỳ năm trước, % theo từng dân tộc và tôn giáo; danh sách chỉ mở khi được giao quyền.",
    head=Head(
        "đảng viên mới kết nạp theo dân tộc, tôn giáo {period}",
        kind="BIỂU THỐNG KÊ",
        body=Body.BOARD,
        form="Biểu số 2B-BTCTW",
    ),
    sections=(
        Section("Theo dân tộc", (_by_name(Dimension.ETHNIC_GROUP, "Theo dân tộc", "Dân tộc"),)),
        Section("Theo tôn giáo", (_by_name(Dimension.RELIGION, "Theo tôn giáo", "Tôn giáo"),)),
    ),
    signed=OF_FORM,
    notes=lambda found: (NOT_SEEN,),
    span=Span.ANY,
    family=Family.FIGURES,
)
