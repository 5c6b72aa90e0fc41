"""The one table of the fields that the national member database wants and that we hold: label, value, source, where typed in.

What the application form (2-KNĐ) asks and this product does not keep is named too, so that nobody looks for it here. The
numbers of the items are those of the form in circulation, which nobody has confirmed against the instrument yet.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import TextChoices

from candidates import clocks
from candidates.enums import MAIN_LINE, PaperKind, Stage, Way
from candidates.models import Dossier, Paper, StageEntry
from organizations.formats import date_vn
from organizations.models import UnitVersion

# tỉnh · cấp trên trực tiếp · cơ sở · đảng bộ trực thuộc · chi bộ (domain.md §1.1)
_PARTY_CODE = re.compile(r"^\d{2}(\.\d{3}){4}$")
_YES_NO = {True: "Có", False: "Không", None: None}


class Group(TextChoices):
    """The heaps of fields, in the order of the page."""

    DECISION = "decision", "Quyết định, lễ kết nạp"
    PERSON = "person", "Người vào Đảng"
    PLACE = "place", "Tổ chức đảng"
    SUPPORT = "support", "Giúp đỡ, giới thiệu, lớp học"
    OFFICIAL = "official", "Công nhận chính thức"


class TypedAt(TextChoices):
    """Where a value is typed in."""

    FACTS = "facts", "Thông tin người vào Đảng"
    HELPER = "helper", "Đảng viên giúp đỡ"
    INTRODUCER = "introducer", "Người giới thiệu theo Điều lệ"
    STEP = "step", "Bước của hồ sơ"
    UNIT = "unit", "Tổ chức đảng"


@dataclass(frozen=True)
class Known:
    """What the values are read from: a dossier with its rows fetched, its unit as at the day, the day."""

    dossier: Dossier
    version: UnitVersion | None
    on: date

    @cached_property
    def entries(self) -> dict[str, StageEntry]:
        """The step into each stage up to the day; going back by order takes away what lay behind, going on elsewhere changes
        nothing."""
        found: dict[str, StageEntry] = {}
        for entry in self.dossier.steps:
            if entry.on <= self.on and entry.way == Way.STEP:
                found[entry.stage] = entry
            elif entry.on <= self.on and entry.way == Way.BACK:
                found = {stage: step for stage, step in found.items() if not _behind(stage, entry.stage)}
        return found

    @cached_property
    def papers(self) -> dict[str, Paper]:
        """The papers up to the day, the newest of each kind."""
        return {paper.kind: paper for paper in self.dossier.papers.all() if paper.issued_on <= self.on}

    def paper(self, kind: PaperKind, name: str) -> object:
        """A column of the newest paper of a kind."""
        return getattr(self.papers.get(kind), name, None)

    def day(self, stage: Stage, name: str = "on") -> date | None:
        """A day of the step of a stage."""
        return getattr(self.entries.get(stage), name, None)


@dataclass(frozen=True)
class Field:
    """One field; ``asked`` says whether a dossier can have it yet."""

    label: str
    group: Group
    value: Callable[[Known], object]
    source: str
    typed_at: TypedAt
    asked: Callable[[Known], bool] = lambda known: True
    is_sensitive: bool = False


def _behind(stage: str, other: str) -> bool:
    """Whether a stage of the main line comes after another one."""
    return stage in MAIN_LINE and MAIN_LINE.index(Stage(stage)) > MAIN_LINE.index(Stage(other))


def text(value: object) -> str:
    """Write a value as it is typed into another system."""
    return date_vn(value) if isinstance(value, date) else str(value or "")


def fields_for(*, sees_sensitive: bool) -> tuple[Field, ...]:
    """Return the fields that somebody may see."""
    return tuple(field for field in FIELDS if sees_sensitive or not field.is_sensitive)


def _of_paper(kind: PaperKind, name: str) -> Callable[[Known], object]:
    return lambda known: known.paper(kind, name)


def _of_person(name: str) -> Callable[[Known], object]:
    return lambda known: getattr(known.dossier.person, name)


def _choice(name: str) -> Callable[[Known], object]:
    return lambda known: getattr(known.dossier, f"get_{name}_display")()


def _yes_no(name: str) -> Callable[[Known], object]:
    return lambda known: _YES_NO[getattr(known.dossier, name)]


def _reached(stage: Stage) -> Callable[[Known], bool]:
    return lambda known: stage in known.entries


def _helper(known: Known) -> str:
    """Whoever helped last up to the day."""
    begun = [each for each in known.dossier.helpers.all() if each.valid_from <= known.on]
    return begun[-1].name if begun else ""


def _introducers(known: Known) -> str:
    return "; ".join(each.name for each in known.dossier.introducers.all() if each.on <= known.on)


def _party_code(known: Known) -> str:
    code = known.dossier.unit.code
    return code if _PARTY_CODE.match(code) else ""


def _member_since(known: Known) -> date | None:
    return clocks.member_since(known.entries.values())


def _paper_fields(kind: PaperKind, what: str, form: str, group: Group, stage: Stage | None = None) -> tuple[Field, ...]:
    """Number, day and issuer of a paper, asked for from a stage on."""
    asked = _reached(stage) if stage else lambda known: True
    parts = (("Số", "number"), ("Ngày", "issued_on"), ("Nơi ban hành", "issuer"))
    return tuple(
        Field(f"{part} {what}", group, _of_paper(kind, name), form, TypedAt.STEP, asked) for part, name in parts
    )


FIELDS: tuple[Field, ...] = (
    *_paper_fields(PaperKind.ADMISSION, "quyết định kết nạp", "9-KNĐ", Group.DECISION),
    Field(
        "Ngày lễ kết nạp", Group.DECISION, lambda known: known.day(Stage.ADMITTED), "Biên bản lễ kết nạp", TypedAt.STEP
    ),
    Field(
        "Ngày hết thời gian dự bị",
        Group.DECISION,
        lambda known: known.day(Stage.ADMITTED, "ends_on"),
        "Tính từ ngày lễ kết nạp",
        TypedAt.STEP,
        _reached(Stage.ADMITTED),
    ),
    Field("Kết nạp lại", Group.DECISION, _yes_no("readmission"), "2-KNĐ, mục 13", TypedAt.FACTS),
    Field("Họ và tên khai sinh", Group.PERSON, _of_person("full_name"), "2-KNĐ, mục 1", TypedAt.FACTS),
    Field("Ngày sinh", Group.PERSON, _of_person("birth_date"), "2-KNĐ, mục 3", TypedAt.FACTS),
    Field(
        "Giới tính", Group.PERSON, lambda known: known.dossier.person.get_sex_display(), "2-KNĐ, mục 4", TypedAt.FACTS
    ),
    Field("Dân tộc", Group.PERSON, _of_person("ethnic_group"), "2-KNĐ, mục 8", TypedAt.FACTS, is_sensitive=True),
    Field("Tôn giáo", Group.PERSON, _of_person("religion"), "2-KNĐ, mục 9", TypedAt.FACTS, is_sensitive=True),
    Field("Nghề nghiệp hiện nay", Group.PERSON, _choice("occupation"), "2-KNĐ, mục 10", TypedAt.FACTS),
    Field("Nơi làm việc thuộc loại hình", Group.PERSON, _choice("sector"), "2-KNĐ, mục 10", TypedAt.FACTS),
    Field("Giáo dục phổ thông", Group.PERSON, _choice("schooling"), "2-KNĐ, mục 11", TypedAt.FACTS),
    Field("Chuyên môn nghiệp vụ", Group.PERSON, _choice("qualification"), "2-KNĐ, mục 11", TypedAt.FACTS),
    Field(
        "Học hàm",
        Group.PERSON,
        _choice("academic_title"),
        "2-KNĐ, mục 11",
        TypedAt.FACTS,
        lambda known: bool(known.dossier.academic_title),
    ),
    Field("Đoàn viên Đoàn TNCS Hồ Chí Minh", Group.PERSON, _yes_no("youth_union"), "2-KNĐ, mục 12", TypedAt.FACTS),
    Field("Chi bộ", Group.PLACE, lambda known: known.version and known.version.name, "Cây tổ chức đảng", TypedAt.UNIT),
    Field("Mã tổ chức đảng (14 số)", Group.PLACE, _party_code, "Mã của đơn vị", TypedAt.UNIT),
    Field("Đảng viên giúp đỡ", Group.SUPPORT, _helper, "Nghị quyết phân công", TypedAt.HELPER),
    Field("Người, tổ chức giới thiệu", Group.SUPPORT, _introducers, "3-KNĐ, 4-KNĐ, 4A-KNĐ", TypedAt.INTRODUCER),
    *_paper_fields(PaperKind.CERTIFICATE, "giấy chứng nhận lớp nhận thức", "Mẫu CN-NTVĐ", Group.SUPPORT),
    *_paper_fields(PaperKind.RECOGNITION, "quyết định công nhận chính thức", "16-KNĐ", Group.OFFICIAL, Stage.OFFICIAL),
    Field(
        "Chính thức từ ngày",
        Group.OFFICIAL,
        lambda known: known.day(Stage.OFFICIAL),
        "16-KNĐ",
        TypedAt.STEP,
        _reached(Stage.OFFICIAL),
    ),
    Field(
        "Tuổi đảng tính từ ngày",
        Group.OFFICIAL,
        _member_since,
        "Ngày quyết định kết nạp",
        TypedAt.STEP,
        _reached(Stage.OFFICIAL),
    ),
)
# Items of 2-KNĐ that the database wants and that stay on paper alone.
NOT_HELD = (
    "số căn cước (mục 3)",
    "nơi đăng ký khai sinh, quê quán (mục 5, 6)",
    "nơi thường trú, tạm trú (mục 7)",
    "quốc tịch (mục 8)",
    "lý luận chính trị, ngoại ngữ, tin học, tiếng dân tộc (mục 11)",
    "ngày và nơi vào Đoàn (mục 12)",
    "lần kết nạp trước (mục 13)",
    "quá trình công tác, đào tạo, đi nước ngoài (mục 14–18)",
    "khen thưởng, kỷ luật (mục 19, 20)",
    "hoàn cảnh gia đình (mục 21)",
)
