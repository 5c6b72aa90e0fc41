"""A change of the rules in two steps, without a script: first what it would do to the dossiers, then the change itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from candidates import preview, queries
from candidates.enums import OPEN
from candidates.models import Dossier, StageEntry
from candidates.preview import Change, Firmed
from candidates.regime_forms import SureForm
from candidates.rules.criteria import CRITERIA
from organizations import submission
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import DomainError, NotAllowed
from organizations.formats import date_vn, number_vn
from organizations.handling import carry_out

MOST_ROWS = 100
# The button under the preview that goes back to the form.
AGAIN = "sua_lai"
_NAMES = {each.code: each.name for each in CRITERIA}


@dataclass(frozen=True)
class Wish:
    """What is to be done, on which day its effect is looked at, where to go afterwards, what to say then.

    ``only_confirms``: no answer changes by it, but some become firm.
    """

    act: Callable[[], object]
    on: date
    outcome: str
    done: str
    only_confirms: bool = False


@dataclass(frozen=True)
class Shown:
    """The preview: ``rows`` (name of the criterion, change) of the person's reach, and how many dossiers lie beyond it."""

    on: date
    under_way: int
    dossiers: int
    rows: list[tuple[str, Change]]
    unshown: int
    beyond: int

    @property
    def words(self) -> str:
        """How many of the dossiers under way get another answer, on which day."""
        asked = f"Xét tại ngày {date_vn(self.on)}: "
        if not self.dossiers:
            return f"{asked}{number_vn(self.under_way)} hồ sơ đang xử lý đều giữ kết quả như hiện nay."
        return f"{asked}{number_vn(self.dossiers)} trong {number_vn(self.under_way)} hồ sơ đang xử lý có kết quả khác."


@dataclass(frozen=True)
class FirmShown:
    """The preview of a confirmation: how many terms are late then, how many dossiers are stopped; ``rows`` of the reach.

    A row is the name of what becomes firm, the dossier, and a sentence.
    """

    on: date
    late: int
    stopped: int
    rows: list[tuple[str, Dossier, str]]
    unshown: int
    beyond: int

    @property
    def is_felt(self) -> bool:
        """Say whether the confirmation makes anything firm."""
        return bool(self.late or self.stopped)

    @property
    def words(self) -> str:
        """How many terms and dossiers feel the confirmation, on which day."""
        asked = f"Xét tại ngày {date_vn(self.on)}: "
        if not self.is_felt:
            return f"{asked}không hạn đang chạy nào thành “quá hạn”, không hồ sơ nào bị chặn bước tiếp theo."
        late = f"{number_vn(self.late)} hạn đang chạy thành “quá hạn”"
        stopped = f"{number_vn(self.stopped)} hồ sơ “chưa đạt” bị chặn bước tiếp theo, không thể nêu lý do để vẫn ghi"
        return f"{asked}{late}; {stopped}."


def carried(request: HttpRequest, form: SureForm, wish: Wish) -> tuple[HttpResponse | None, Shown | FirmShown | None]:
    """Return the answer once the wish was done, or its preview; neither where the form must be shown (again)."""
    if request.method != "POST" or not form.is_valid() or AGAIN in request.POST:
        return None, None
    if form.is_sure:
        return carry_out(request, Deed.KEEP_RULES, form, lambda: _once(form, wish), wish.done), None
    return None, _preview(request, form, wish)


def _once(form: SureForm, wish: Wish) -> str:
    submission.spend(form.cleaned_data["form_token"], wish.outcome)
    wish.act()
    return wish.outcome


def _preview(request: HttpRequest, form: SureForm, wish: Wish) -> Shown | FirmShown | None:
    """Try the wish; a refusal goes into the form as it would when it was done."""
    try:
        with acting(request.user, Deed.KEEP_RULES):
            if wish.only_confirms:
                return _firm_shown(request, preview.firmed(wish.act, wish.on), wish.on)
            return _shown(request, preview.tried(wish.act, wish.on), wish.on)
    except NotAllowed as error:
        raise PermissionDenied(str(error)) from error
    except DomainError as error:
        form.add_refusal(error)
        return None


def _shown(request: HttpRequest, changes: list[Change], on: date) -> Shown:
    keys = {change.dossier.pk for change in changes}
    seen = _seen(request, keys)
    rows = [(_name(each), each) for each in changes if each.dossier.pk in seen]
    under_way = Dossier.objects.filter(stage__in=OPEN).count()
    return Shown(on, under_way, len(keys), rows[:MOST_ROWS], len(rows[MOST_ROWS:]), len(keys - seen))


def _firm_shown(request: HttpRequest, found: Firmed, on: date) -> FirmShown:
    stopped = {each.dossier.pk for each in found.blocking}
    keys = {entry.dossier_id for entry in found.late} | stopped
    seen = _seen(request, keys)
    late = [("Thành quá hạn", entry.dossier, _late_words(entry, on)) for entry in found.late]
    told = [*late, *((_name(each), each.dossier, each.after.sentence) for each in found.blocking)]
    rows = [row for row in told if row[1].pk in seen]
    return FirmShown(on, len(found.late), len(stopped), rows[:MOST_ROWS], len(rows[MOST_ROWS:]), len(keys - seen))


def _seen(request: HttpRequest, keys: set[int]) -> set[int]:
    return set(queries.dossiers(request.reach).filter(pk__in=keys).values_list("pk", flat=True))


def _late_words(entry: StageEntry, on: date) -> str:
    return f"Hạn {date_vn(entry.term)} đã qua {(on - entry.term).days} ngày."


def _name(change: Change) -> str:
    rule = (change.after or change.before).rule
    return _NAMES.get(rule, rule)
