"""Reads the regimes for people: what is in force on a day, group by group; two side by side; who may change what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from candidates import policy
from candidates.enums import (
    CHOICES,
    SCHOOLINGS,
    SHARES,
    CriterionCode,
    Occupation,
    ParameterCode,
    RegimeKind,
)
from candidates.models import LocalCriterion, Parameter, Regime
from organizations.access import Reach
from organizations.enums import Deed, UnitKind
from organizations.models import UnitAncestry, UnitVersion

UNTOLD = "chưa rõ"
ONLY_THE_PROVINCE = (
    "Chỉ Ban Tổ chức của Tỉnh ủy, Thành ủy được xác nhận, đính chính, thêm quy định của Trung ương; "
    "đồng chí không giữ vai trò này ở cấp tỉnh."
)
_CODES = ParameterCode
# How a reader looks for a value; every code stands in one group.
GROUPS: dict[str, tuple[ParameterCode, ...]] = {
    "Tuổi – học vấn": (
        _CODES.AGE_FROM,
        _CODES.AGE_TO,
        _CODES.OVER_AGE_CONSENT,
        _CODES.SCHOOLING_LEAST,
        _CODES.SCHOOLING_PROOF,
        _CODES.SCHOOLING_EXCEPTION,
    ),
    "Lớp bồi dưỡng, giấy tờ": (_CODES.CERTIFICATE_MONTHS, _CODES.PAPER_MONTHS),
    "Giới thiệu, giúp đỡ": (_CODES.INTRODUCERS, _CODES.TOGETHER_MONTHS, _CODES.HELPER_STANDING),
    "Ý kiến nhận xét, thẩm tra": (_CODES.OPINIONS, _CODES.BACKGROUND),
    "Biểu quyết, thẩm quyền": (
        _CODES.CELL_LEAST,
        _CODES.VOTE_BASE,
        _CODES.CELL_SHARE,
        _CODES.COMMITTEE_SHARE,
        _CODES.STANDING_SHARE,
        _CODES.BUREAU_SHARE,
        _CODES.DECIDER_GRASSROOTS,
        _CODES.DECIDER_UPPER,
        _CODES.DECIDER_PROVINCE,
        _CODES.FAILED_VOTES,
    ),
    "Thời hạn": (
        _CODES.DECISION_DAYS,
        _CODES.EXTENSION_DAYS,
        _CODES.CEREMONY_DAYS,
        _CODES.CEREMONY_FROM,
        _CODES.PROBATION_MONTHS,
        _CODES.RECOGNITION_DAYS,
        _CODES.OFFICIAL_DECISION_DAYS,
    ),
    "Kết nạp lại": (
        _CODES.READMISSION_MONTHS,
        _CODES.CLEARED_MONTHS,
        _CODES.READMISSIONS,
        _CODES.READMISSION_BARS,
    ),
    "Số liệu": (_CODES.ADMITTED_BY,),
}
_WORKING = "ngày làm việc"
_MORE_UNITS = {
    _CODES.AGE_FROM: "tuổi",
    _CODES.AGE_TO: "tuổi",
    _CODES.INTRODUCERS: "đảng viên",
    _CODES.CELL_LEAST: "đảng viên chính thức",
    _CODES.FAILED_VOTES: "lần",
    _CODES.READMISSIONS: "lần",
    _CODES.EXTENSION_DAYS: _WORKING,
}


@dataclass(frozen=True)
class Line:
    """A value as a page shows it: its code, its name, what is stored of it (None: nothing), and the value in words."""

    code: ParameterCode
    name: str
    row: Parameter | None
    words: str

    @property
    def state(self) -> str:
        """``confirmed``, ``unconfirmed``, or ``untold`` where no text at hand tells the value."""
        if self.row is None or not self.row.value:
            return "untold"
        return "confirmed" if self.row.confirmed_by_id else "unconfirmed"


@dataclass(frozen=True)
class Section:
    """A group of values under its name."""

    name: str
    lines: tuple


@dataclass(frozen=True)
class Pair:
    """The same value of two regimes."""

    left: Line
    right: Line

    @property
    def differs(self) -> bool:
        """Say whether the two texts set it differently, as far as is known."""
        return self.left.words != self.right.words


def unit_of(code: str) -> str:
    """Return the unit of a value: months, working days, people; empty where the value has none."""
    label = ParameterCode(code).label
    return next((unit for unit in ("tháng", _WORKING) if label.endswith(f"({unit})")), _MORE_UNITS.get(code, ""))


def name_of(code: str) -> str:
    """Return the name of a value without the unit that its value carries."""
    return ParameterCode(code).label.removesuffix(f" ({unit_of(code)})")


def said(code: str, value: str) -> str:
    """Say a value in words with its unit; an unknown one is said to be unknown."""
    if not value:
        return UNTOLD
    if code in SHARES:
        return f"trên {value[1:]}" if value.startswith(">") else f"từ {value} trở lên"
    if code in SCHOOLINGS or code in CHOICES:
        return policy.value_words(code, value)
    return f"{value} {unit_of(code)}".strip()


def timeline() -> QuerySet[Regime]:
    """Return the rules for applying the Charter, the newest first."""
    return Regime.objects.filter(kind=RegimeKind.APPLYING).select_related("document").order_by("-valid_from")


def in_force(on: date) -> QuerySet[Regime]:
    """Return the Charter and the rules for applying it on a day, the Charter first."""
    return Regime.objects.on(on).select_related("document").order_by("-kind", "valid_from")


def values(regimes: Iterable[Regime]) -> QuerySet[Parameter]:
    """Return the values of some regimes with what they cite and who confirmed them."""
    return Parameter.objects.filter(regime__in=regimes).select_related("regime", "document", "confirmed_by")


def sections(rows: Iterable[Parameter], codes: Iterable[str] = tuple(ParameterCode)) -> list[Section]:
    """Return the values group by group, those of ``codes`` alone; one that nothing is stored of stands there as unknown."""
    stored, wanted = {row.code: row for row in policy.in_order(rows)}, set(codes)
    groups = (
        (name, [_line(code, stored.get(code)) for code in held if code in wanted]) for name, held in GROUPS.items()
    )
    return [Section(name, tuple(lines)) for name, lines in groups if lines]


def counts(found: Iterable[Section]) -> dict[str, int]:
    """Count the values of some sections by their state."""
    states = [line.state for section in found for line in section.lines]
    return {state: states.count(state) for state in ("confirmed", "unconfirmed", "untold")}


def side_by_side(left: Regime, right: Regime) -> list[Section]:
    """Return the values of two regimes in pairs, group by group."""
    stored = list(values([left, right]))
    codes = {row.code for row in stored}
    of_both = (sections((row for row in stored if row.regime_id == each.pk), codes) for each in (left, right))
    return [Section(a.name, tuple(map(Pair, a.lines, b.lines))) for a, b in zip(*of_both, strict=True)]


def differing(paired: Iterable[Section]) -> list[Section]:
    """Return those pairs alone that differ, and the groups that hold any."""
    narrowed = (Section(each.name, tuple(pair for pair in each.lines if pair.differs)) for each in paired)
    return [each for each in narrowed if each.lines]


def history(row: Parameter) -> QuerySet[Parameter]:
    """Return every row that was ever stored of a value, the newest first."""
    of_value = Parameter.ever.filter(regime=row.regime_id, code=row.code)
    return of_value.select_related("document", "confirmed_by").order_by("-pk")


def keeps_national(own: Reach) -> bool:
    """Say whether the person may change what the national texts say: an officer whose reach covers a province."""
    provinces = UnitVersion.objects.on(own.on).filter(kind=UnitKind.PROVINCE)
    return provinces.filter(unit__in=own.units(Deed.KEEP_RULES)).exists()


def local_seen(own: Reach) -> QuerySet[LocalCriterion]:
    """Return the criteria of local letters over the units of the reach: those of units within it, and of units above it."""
    over = UnitAncestry.objects.on(own.on).filter(unit__in=own.roots(Deed.SEE_RULES)).values("ancestor")
    found = LocalCriterion.objects.filter(Q(unit__in=own.units(Deed.SEE_RULES)) | Q(unit__in=over))
    return found.select_related("unit", "clause__document", "confirmed_by").order_by("valid_from", "pk")


def wanted(found: LocalCriterion) -> str:
    """Say what a local criterion asks for."""
    if found.code == CriterionCode.RATED_YEARS:
        return (
            f"{found.years} năm liên tiếp, mỗi năm từ mức “{found.get_least_display()}” trở lên, "
            f"ít nhất một năm “{found.get_top_display()}” và có khen thưởng"
        )
    return found.words if found.code == CriterionCode.STATED else f"{found.months} tháng"


def bound(found: LocalCriterion) -> list[str]:
    """Name the groups of people whom a local criterion binds; empty: everybody."""
    return [Occupation(each).label for each in found.occupations]


def _line(code: ParameterCode, row: Parameter | None) -> Line:
    return Line(code, name_of(code), row, said(code, row.value if row else ""))
