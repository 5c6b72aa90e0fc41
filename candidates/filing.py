"""Writes the papers of a dossier that no step brings: recorded, looked at by whoever checks dossiers, taken back.

All run inside ``acting``. Recording needs Deed.RECORD_PAPER in the unit of the dossier, checking Deed.RETURN_DOSSIER. Nothing
recorded is rewritten: a mistaken paper is marked void and recorded anew. Of papers in the person's own hand only presence, date
and keeper are recorded.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from candidates import moves, recording, terms
from candidates.enums import MAIN_LINE, PERSONAL_PAPERS, RENEWED_PAPERS, SHARED_PAPERS, WAY, PaperKind, Stage
from candidates.models import Dossier, Enrolment, Paper, Person
from candidates.moves import Move
from organizations import turns
from organizations.access import Reach, check_may
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn, tidy

KEPT = ("issued_on", "kept_at")
TOLD = (*KEPT, "number", "issuer")
OF_A_STEP = "Giấy tờ của một bước chỉ đính chính cùng bước đó, ở mục “Đính chính bước vừa ghi” của hồ sơ."
OF_A_CLASS = "Giấy chứng nhận này được cấp ở trang lớp bồi dưỡng; hãy đính chính ở đó."


def file(dossier: Dossier, kind: PaperKind, given: dict, *, own: Reach, today: date) -> Paper:
    """Record a paper with when it counts no more by the rule of its day; ``given`` holds values of TOLD.

    Refused for a day that has not come, a paper that a step is yet to bring, and a number that its issuer used in that year.
    """
    recording.hold(dossier, own)
    recording.check_day("Ngày ghi trên giấy tờ", given["issued_on"], today)
    if sentence := brought_by_step(dossier, kind):
        raise Refused(sentence)
    said = {name: given.get(name) or "" for name in TOLD if kind not in PERSONAL_PAPERS or name in KEPT}
    said |= {name: tidy(said[name]) for name in ("number", "issuer", "kept_at") if name in said}
    _check_number(dossier, kind, said, own)
    _check_once(dossier, kind, said)
    expiry = terms.expiry(kind, said["issued_on"])
    counts = {"expires_on": expiry.on, "expires_rule": expiry.rule} if expiry else {}
    return Paper.objects.create(dossier=dossier, kind=kind, **said, **counts)


def take_back(dossier: Dossier, paper: Paper, reason: str, *, own: Reach) -> None:
    """Mark a mistaken paper as void; it stays on record and counts no more, the reason stays in the audit trail."""
    recording.hold(dossier, own)
    if paper.entry_id:
        raise Refused(OF_A_STEP)
    if Enrolment.objects.filter(certificate=paper).exists():
        raise Refused(OF_A_CLASS)
    if not reason.strip():
        raise Refused("Cần ghi lý do đính chính.")
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        if not Paper.ever.filter(pk=paper.pk, void=False).update(void=True):
            raise Refused("Giấy tờ này đã được đính chính trước đó; hãy tải lại trang.")


def check(dossier: Dossier, papers: Iterable[Paper], *, own: Reach, today: date) -> int:
    """Say that the person looked at these papers themselves and found them as recorded; return how many that was news of."""
    check_may(own, Deed.RETURN_DOSSIER, dossier.unit)
    Person.objects.select_for_update().get(pk=dossier.person_id)
    unchecked = Paper.objects.filter(dossier=dossier, pk__in=[each.pk for each in papers], checked_by=None)
    if later := unchecked.filter(issued_on__gt=today).first():
        raise Refused(f"{later} có ngày chưa đến (đang xem tại ngày {date_vn(today)}).")
    done = unchecked.update(checked_by=current().by, checked_on=today)
    if not done:
        raise Refused(
            "Chưa có giấy tờ nào được ghi thêm là đã kiểm tra: hãy đánh dấu ít nhất một giấy tờ chưa kiểm tra."
        )
    return done


def uncheck(dossier: Dossier, paper: Paper, reason: str, *, own: Reach) -> None:
    """Take back that a paper was checked, with a reason."""
    check_may(own, Deed.RETURN_DOSSIER, dossier.unit)
    if not reason.strip():
        raise Refused("Cần ghi lý do.")
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        if not Paper.objects.filter(pk=paper.pk).exclude(checked_by=None).update(checked_by=None, checked_on=None):
            raise Refused("Giấy tờ này chưa ghi là đã kiểm tra; hãy tải lại trang.")


def may_take_back(paper: Paper) -> bool:
    """Say whether a paper is corrected by itself; ``of_class`` is annotated by ``with_class``."""
    return paper.entry_id is None and not paper.of_class


def with_class(found: QuerySet[Paper]) -> QuerySet[Paper]:
    """Annotate papers with whether a class issued them."""
    return found.annotate(of_class=Exists(Enrolment.objects.filter(certificate=OuterRef("pk"))))


def brought_by_step(dossier: Dossier, kind: PaperKind) -> str:
    """Return the sentence that sends whoever records a paper to the step that brings it; empty where none does, or is over."""
    bringing = list(_bringing(kind))
    if not bringing:
        return ""
    step = bringing[0].to
    if kind in RENEWED_PAPERS and _is_past(Stage(dossier.stage), step):
        return ""
    return f"“{kind.label}” được ghi cùng bước “{step.label}” của hồ sơ, không ghi ở đây."


def _bringing(kind: PaperKind) -> Iterator[Move]:
    return (move for move in moves.TABLE.values() if move.paper == kind)


def _is_past(stage: Stage, step: Stage) -> bool:
    """Say whether a dossier has made a step of the main line."""
    return stage in WAY and step in MAIN_LINE and WAY.index(stage) >= WAY.index(step)


def _check_number(dossier: Dossier, kind: PaperKind, said: dict, own: Reach) -> None:
    """One number of one issuer in one year is one paper; whoever else has it is named within the reach alone."""
    if not said.get("number"):
        return
    issuer, year = said["issuer"], said["issued_on"].year
    turns.take("paper", kind, said["number"].casefold(), issuer.casefold(), year)
    same = Paper.objects.filter(kind=kind, number__iexact=said["number"], issuer__iexact=issuer, issued_on__year=year)
    if kind in SHARED_PAPERS:
        same = same.filter(dossier=dossier)
    other = same.select_related("dossier__person", "dossier__unit").first()
    if other is None:
        return
    raise Refused(
        f"Số {other.number} ngày {date_vn(other.issued_on)}{_of(issuer)} đã ghi {_where(dossier, other, own)}. "
        "Hãy kiểm tra lại số; nếu do nơi khác ban hành thì ghi rõ nơi ban hành."
    )


def _of(issuer: str) -> str:
    return f" của {issuer}" if issuer else ""


def _where(dossier: Dossier, other: Paper, own: Reach) -> str:
    if other.dossier_id == dossier.pk:
        return "trong chính hồ sơ này"
    seen = own.covers(Deed.SEE_DOSSIERS, other.dossier.unit)
    return f"cho {other.dossier.person.full_name} (hồ sơ {other.dossier.code})" if seen else "cho một hồ sơ khác"


def _check_once(dossier: Dossier, kind: PaperKind, said: dict) -> None:
    """The very same paper is not recorded twice; two members who introduce on one day are told apart by their names."""
    same = {"issued_on": said["issued_on"], "issuer__iexact": said.get("issuer", "")}
    same |= {"number__iexact": said.get("number", "")}
    if Paper.objects.filter(dossier=dossier, kind=kind, **same).exists():
        hint = " Nếu là giấy của người giới thiệu khác, hãy ghi tên người giới thiệu ở nơi ban hành."
        raise Refused(
            f"“{kind.label}” ngày {date_vn(said['issued_on'])} đã được ghi rồi; không ghi thêm lần nữa."
            f"{hint if kind == PaperKind.INTRODUCTION else ''}"
        )
