"""A change of the rules in two steps, without a script: first what it would do to the dossiers, then the change itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from candidates import preview, queries
from candidates.enums import OPEN
from candidates.models import Dossier
from candidates.preview import Change
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
    """What is to be done, on which day its effect is looked at, where to go afterwards, what to say then."""

    act: Callable[[], object]
    on: date
    outcome: str
    done: str


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


def carried(request: HttpRequest, form: SureForm, wish: Wish) -> tuple[HttpResponse | None, Shown | None]:
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


def _preview(request: HttpRequest, form: SureForm, wish: Wish) -> Shown | None:
    """Try the wish; a refusal goes into the form as it would when it was done."""
    try:
        with acting(request.user, Deed.KEEP_RULES):
            return _shown(request, preview.tried(wish.act, wish.on), wish.on)
    except NotAllowed as error:
        raise PermissionDenied(str(error)) from error
    except DomainError as error:
        form.add_refusal(error)
        return None


def _shown(request: HttpRequest, changes: list[Change], on: date) -> Shown:
    keys = {change.dossier.pk for change in changes}
    seen = set(queries.dossiers(request.reach).filter(pk__in=keys).values_list("pk", flat=True))
    rows = [(_NAMES.get(_rule(each), _rule(each)), each) for each in changes if each.dossier.pk in seen]
    under_way = Dossier.objects.filter(stage__in=OPEN).count()
    return Shown(on, under_way, len(keys), rows[:MOST_ROWS], len(rows[MOST_ROWS:]), len(keys - seen))


def _rule(change: Change) -> str:
    return (change.after or change.before).rule
