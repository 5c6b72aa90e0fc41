"""Two rounds of confirmed figures, by the product's own acts: a trial for 2020, a round for the first quarter.

In the trial somebody was entered as having left the sources; the organisation found that out after its figures were accepted.
The step is taken back, and its next confirmation takes the change up as an adjustment. Of the quarter most are accepted, some
wait, one was returned with a question, a few are silent past the term.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from candidates import stages
from candidates.enums import ExitReason, Stage
from candidates.guards import Step
from candidates.models import Dossier
from organizations import access, tree
from organizations.acting import acting
from organizations.enums import Deed
from organizations.formats import date_vn
from organizations.models import Unit, User
from organizations.periods import Period, inclusive
from reports import confirming, opening
from reports.confirming import Said
from reports.models import AskedUnit
from reports.opening import Opening
from reports.rounds import figures, reached, standing

TRIAL, QUARTER = inclusive(date(2020, 1, 1), date(2020, 12, 31)), inclusive(date(2021, 1, 1), date(2021, 3, 31))
TRIAL_WORDS = "Làm thử ở bốn tổ chức cơ sở đảng trước khi chốt số liệu từng quý."
QUARTER_WORDS = (
    "Đợt đầu ở các sở, ban, ngành; các tổ chức khác chốt từ quý sau. Kiểm tra danh sách sau mỗi số; người nào sót thì ghi vào "
    "hồ sơ trước khi xác nhận."
)
MISTAKEN_ON = date(2020, 12, 21)
FOUND_OUT = (
    "Ghi nhầm người: đồng chí này vẫn trong nguồn của chi bộ, người ra khỏi nguồn là người trùng họ tên ở đơn vị khác"
)
NEW_TERM = date(2021, 6, 4)
WHY_RETURNED = "Danh sách lớp nhận thức quý I của Trung tâm có thêm một đồng chí của đảng bộ; đề nghị đối chiếu lại"
# By their place among the organisations: silent ones, those with something to say, those not judged yet.
SILENT_EVERY, SAYS_EVERY, UNJUDGED_EVERY = 10, 7, 4
# So many organisations the quarter asks, by code, and the one with a secretary of its own; the trial every so many-th of them.
ASKED, TRIED_EVERY = 22, 9
SAYINGS = (
    "Một đồng chí tổ chức lễ ngày 30/3, biên bản gửi ngày 06/4",
    "Đã đối chiếu với sổ của đảng ủy, khớp",
    "Một quần chúng chuyển công tác trong tháng 3, hồ sơ đang chuyển",
)


@dataclass(frozen=True)
class Days:
    """A round's days: opened, confirmed by, confirmed on, judged on."""

    opened: date
    due: date
    confirmed: date
    judged: date


IN_TRIAL = Days(date(2021, 1, 6), date(2021, 1, 20), date(2021, 1, 18), date(2021, 1, 25))
IN_QUARTER = Days(date(2021, 4, 5), date(2021, 4, 16), date(2021, 4, 14), date(2021, 4, 22))


@dataclass(frozen=True)
class Roles:
    """Who takes part: the officer of the board, whoever confirms by paper, the office that confirms itself, its own unit, the
    clerk of the organisation that found its mistake, the secretary who has not confirmed yet."""

    board: User
    office: User
    own_office: User
    clerk: User
    silent: User


def tell(bloc: Unit) -> None:
    """Hold both rounds after everything else of the story was written; each act is a transaction of its own."""
    who = _roles()
    bodies = [each.unit for each in tree.grassroots(bloc, QUARTER.last_day)]
    mistaken = _at(who.clerk)
    _trial(bloc, bodies, mistaken, who)
    _quarter(bloc, bodies, who)


def _roles() -> Roles:
    found = {user.username: user for user in User.objects.filter(posts__isnull=False).distinct()}
    return Roles(found["canbo"], found["vanphong"], found["danguy"], found["nhapthay"], found["bithucs"])


def _at(user: User) -> Unit:
    return user.posts.get().unit


def _trial(bloc: Unit, bodies: Sequence[Unit], mistaken: Unit, who: Roles) -> None:
    """The trial asks a few, the mistaken one among them; all are accepted."""
    asked = list(dict.fromkeys([mistaken, *bodies[2:ASKED:TRIED_EVERY]]))
    dossier = _leave_by_mistake(mistaken, who.clerk)
    places = _opened(bloc, TRIAL, TRIAL_WORDS, asked, IN_TRIAL, who)
    seen = _seen(places)
    for place in places:
        _confirm(place, seen[place.unit_id], who.office, IN_TRIAL.confirmed, basis=_paper(IN_TRIAL.confirmed))
    _accept(places, who, IN_TRIAL.judged)
    _take_back(dossier, who.clerk)
    with acting(who.board, Deed.OPEN_ROUND):
        opening.end(places[0].round, own=_reach(who.board, IN_TRIAL.judged), today=IN_TRIAL.judged)


def _quarter(bloc: Unit, bodies: Sequence[Unit], who: Roles) -> None:
    """Most are accepted; one is returned, some have something to say, some wait, some are silent."""
    own, silent = _at(who.own_office), _at(who.silent)
    places = _opened(bloc, QUARTER, QUARTER_WORDS, [*bodies[:ASKED], silent], IN_QUARTER, who)
    judged, seen = [], _seen(places)
    for order, place in enumerate(places, start=1):
        if place.unit == own:
            _return(place, seen[place.unit_id], who)
        elif place.unit != silent and order % SILENT_EVERY:
            saying = "" if order % SAYS_EVERY else SAYINGS[order // SAYS_EVERY % len(SAYINGS)]
            on = IN_QUARTER.confirmed
            _confirm(place, seen[place.unit_id], who.office, on, basis=_paper(on), comment=saying)
            if order % UNJUDGED_EVERY and not saying and place.unit != _at(who.clerk):
                judged.append(place)
    _accept(judged, who, IN_QUARTER.judged)


def _opened(bloc: Unit, period: Period, words: str, asked: Iterable[Unit], days: Days, who: Roles) -> list[AskedUnit]:
    said = Opening(period, period.last_day, days.due, words)
    with acting(who.board, Deed.OPEN_ROUND):
        made = opening.open_round(
            bloc, said, [unit.code for unit in asked], own=_reach(who.board, days.opened), today=days.opened
        )
    return list(reached.named(made.places.all()))


def _seen(places: Sequence[AskedUnit]) -> dict[int, str]:
    """What each unit (by key) of a round has before it, all at once: one by one they would take seconds."""
    told = figures.counted_each(places[0].round, [place.unit for place in places])
    return {unit: figures.digest(each) for unit, each in told.items()}


def _confirm(place: AskedUnit, seen: str, by: User, on: date, **said: str) -> None:
    """Confirm what is counted, as somebody does who sees it."""
    with acting(by, Deed.CONFIRM_FIGURES):
        confirming.confirm(place, Said(seen, **said), own=_reach(by, on), today=on, version=_version(place))


def _return(place: AskedUnit, seen: str, who: Roles) -> None:
    """The own office confirms and is returned; its new term is still to come."""
    _confirm(place, seen, who.own_office, IN_QUARTER.confirmed, comment=SAYINGS[1])
    own = _reach(who.board, IN_QUARTER.judged)
    with acting(who.board, Deed.OPEN_ROUND):
        known = {"own": own, "today": IN_QUARTER.judged, "version": _version(place)}
        confirming.send_back(place, WHY_RETURNED, NEW_TERM, **known)


def _accept(places: Sequence[AskedUnit], who: Roles, on: date) -> None:
    stands = standing.standings(places, on)
    with acting(who.board, Deed.OPEN_ROUND):
        chosen = [(place, stands[place.pk].key) for place in places]
        confirming.accept_all(chosen, own=_reach(who.board, on), today=on)


def _leave_by_mistake(unit: Unit, clerk: User) -> Dossier:
    """Enter somebody of an organisation as having left the sources, before its figures are confirmed."""
    waiting = Dossier.objects.filter(
        stage=Stage.SOURCE,
        unit__in=tree.descendants([unit], MISTAKEN_ON),
        entries__stage=Stage.SOURCE,
        entries__on__lt=MISTAKEN_ON,
        entries__until__isnull=True,
    )
    found = waiting.order_by("code")[0]
    step = Step(MISTAKEN_ON, exit_reason=ExitReason.LEFT, basis="Biên bản họp chi bộ ngày 21/12/2020")
    known = {"own": _reach(clerk, IN_TRIAL.opened), "today": IN_TRIAL.opened, "version": found.version}
    with acting(clerk, Deed.ENTER_FOR_CELL):
        stages.move(found, Stage.REMOVED, step, **known)
    return found


def _take_back(dossier: Dossier, clerk: User) -> None:
    found, on = Dossier.objects.get(pk=dossier.pk), IN_TRIAL.judged
    known = {"own": _reach(clerk, on), "today": on, "version": found.version}
    with acting(clerk, Deed.CORRECT_STEP, FOUND_OUT):
        stages.take_back(found, FOUND_OUT, basis="Công văn của chi bộ ngày 25/01/2021", **known)


def _paper(on: date) -> str:
    return f"Báo cáo số liệu ngày {date_vn(on)}"


def _version(place: AskedUnit) -> int:
    return standing.of_place(place, date.max).key


def _reach(user: User, on: date) -> access.Reach:
    return access.reach(user, on)
