"""Writes what stands around a dossier: ratings, commendations, opinions, introducers, the helper, tasks; and takes back.

All run inside ``acting`` and need Deed.RECORD_PAPER in the unit of the dossier. Nothing recorded is rewritten: what was
recorded by mistake is marked void and recorded anew; the reason stays in the audit trail.
"""

from datetime import date

from django.db.models import Model, QuerySet

from candidates import records, supporters, terms
from candidates.enums import LOOSE_PAPERS, IntroducerKind, PaperKind
from candidates.models import (
    Commendation,
    Dossier,
    GivenTask,
    Helper,
    HelperRemark,
    Introducer,
    Paper,
    Person,
    Rating,
)
from candidates.supporters import HELPER, INTRODUCER
from organizations.access import Reach, check_may
from organizations.acting import acting, current
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn, tidy

YOUNGEST_AT_WORK = 15


def rate(dossier: Dossier, given: dict, *, own: Reach, today: date) -> Rating:
    """Record the grade that the agency or the organisation gave for a year; one grade per rater and year."""
    hold(dossier, own)
    _check_year(dossier, given, today)
    same = Rating.objects.filter(person=dossier.person_id, year=given["year"], rater=given["rater"]).first()
    if same:
        raise Refused(
            f"Năm {same.year} đã có xếp loại của “{same.get_rater_display()}”: {same.get_grade_display()}. "
            "Nếu dòng đó ghi nhầm, hãy đính chính dòng đó trước rồi ghi lại."
        )
    return Rating.objects.create(person=dossier.person, **given)


def commend(dossier: Dossier, given: dict, *, own: Reach, today: date) -> Commendation:
    """Record a commendation or an emulation title for a year."""
    hold(dossier, own)
    _check_year(dossier, given, today)
    check_new(Commendation.objects.filter(person=dossier.person_id, **given), "Khen thưởng này")
    return Commendation.objects.create(person=dossier.person, **given)


def record_opinion(dossier: Dossier, given: dict, *, own: Reach, today: date) -> Paper:
    """Record an opinion of the workplace or of the residence: a paper that no step brings."""
    hold(dossier, own)
    check_day("Ngày ban hành", given["issued_on"], today)
    if given["kind"] not in LOOSE_PAPERS:
        raise Refused(f"“{PaperKind(given['kind']).label}” được ghi cùng bước của hồ sơ, không ghi ở đây.")
    same = {name: given[name] for name in ("kind", "issued_on", "issuer")}
    check_new(Paper.objects.filter(dossier=dossier, **same), "Ý kiến này")
    expiry = terms.expiry(given["kind"], given["issued_on"])
    counts = {"expires_on": expiry.on, "expires_rule": expiry.rule} if expiry else {}
    return Paper.objects.create(dossier=dossier, **given, **counts)


def introduce(dossier: Dossier, given: dict, *, own: Reach, today: date) -> Introducer:
    """Record who introduces a candidate by the Charter; apart from any nomination."""
    hold(dossier, own)
    check_day("Ngày giới thiệu", given["on"], today)
    name = tidy(given["name"])
    _check_introducer(dossier, given | {"name": name})
    same = Introducer.objects.filter(dossier=dossier, kind=given["kind"], name__iexact=name)
    check_new(same, f"“{name}”")
    return Introducer.objects.create(dossier=dossier, **given | {"name": name})


def assign_helper(dossier: Dossier, given: dict, *, own: Reach, today: date) -> Helper:
    """Assign a helper from a day on; whoever helped until then ends on that day."""
    hold(dossier, own)
    start = given["valid_from"]
    check_day("Ngày phân công", start, today)
    later = dossier.helpers.filter(valid_from__gte=start).first()
    if later:
        raise Refused(
            f"Đã ghi {later.name} giúp đỡ từ ngày {date_vn(later.valid_from)}; ngày phân công phải sau ngày đó. "
            "Nếu dòng đó ghi nhầm, hãy đính chính dòng đó."
        )
    name = tidy(given["name"])
    supporters.check(HELPER, dossier, name, start, given.get("official_since"))
    dossier.helpers.on(start).update(valid_until=start)
    return Helper.objects.create(dossier=dossier, **given | {"name": name})


def end_helper(helper: Helper, until: date, *, own: Reach, today: date) -> None:
    """Let a helper help no more from ``until`` on."""
    hold(helper.dossier, own)
    check_day("Ngày thôi giúp đỡ", until, today)
    if helper.valid_until:
        raise Refused(f"{helper.name} đã thôi giúp đỡ từ ngày {date_vn(helper.valid_until)}.")
    if until <= helper.valid_from:
        raise Refused(f"Ngày thôi giúp đỡ phải sau ngày phân công {date_vn(helper.valid_from)}.")
    Helper.objects.filter(pk=helper.pk).update(valid_until=until)


def give_task(dossier: Dossier, given: dict, *, own: Reach, today: date) -> GivenTask:
    """Record a task that the cell gave."""
    hold(dossier, own)
    check_day("Ngày giao", given["given_on"], today)
    check_new(GivenTask.objects.filter(dossier=dossier, **given), "Nhiệm vụ này")
    return GivenTask.objects.create(dossier=dossier, **given)


def remark(dossier: Dossier, given: dict, *, own: Reach, today: date) -> HelperRemark:
    """Record what the helper of a candidate remarked on a day."""
    hold(dossier, own)
    check_day("Ngày nhận xét", given["on"], today)
    said = {"helper": tidy(given["helper"]), "on": given["on"], "words": tidy(given["words"])}
    check_new(HelperRemark.objects.filter(dossier=dossier, **said), "Nhận xét này")
    return HelperRemark.objects.create(dossier=dossier, **said)


def take_back(dossier: Dossier, record: Model, reason: str, *, own: Reach) -> None:
    """Mark a mistaken record as void; it stays on record and counts no more.

    Where a helper is taken back, whoever that assignment had ended goes on helping.
    """
    hold(dossier, own)
    if isinstance(record, Paper) and record.kind not in LOOSE_PAPERS:
        raise Refused("Giấy tờ của một bước chỉ đính chính cùng bước đó.")
    if not reason.strip():
        raise Refused("Cần ghi lý do đính chính.")
    act = current()
    with acting(act.by, act.deed, tidy(reason)):
        if not type(record).ever.filter(pk=record.pk, void=False).update(void=True):
            raise Refused("Dòng này đã được đính chính trước đó; hãy tải lại trang.")
        if isinstance(record, Helper):
            let_go_on(record)


def hold(dossier: Dossier, own: Reach) -> None:
    """Check the deed, and let records about one person come one after the other; NotAllowed without the deed."""
    current()
    check_may(own, Deed.RECORD_PAPER, dossier.unit)
    Person.objects.select_for_update().get(pk=dossier.person_id)


def check_day(label: str, day: date, today: date) -> None:
    """Raise Refused where a day has not come yet."""
    if day > today:
        raise Refused(f"{label} {date_vn(day)} chưa đến (đang xem tại ngày {date_vn(today)}); hãy kiểm tra lại ngày.")


def _check_introducer(dossier: Dossier, given: dict) -> None:
    """An official member other than the candidate, or a body, of which nobody asks what is asked of a member."""
    since, day = given["together_since"], given["on"]
    if given["kind"] != IntroducerKind.MEMBER:
        supporters.check_body(given)
        return
    if since and since > day:
        raise Refused(f"Ngày bắt đầu cùng công tác, cư trú {date_vn(since)} sau ngày giới thiệu {date_vn(day)}.")
    supporters.check(INTRODUCER, dossier, given["name"], day, given.get("official_since"))


def _check_year(dossier: Dossier, given: dict, today: date) -> None:
    """A year that can have been rated: not ahead, the person at work, the paper not from before it."""
    year, issued = given["year"], given["issued_on"]
    age = year - dossier.person.birth_year
    if year > today.year:
        raise Refused(f"Năm {year} chưa đến (đang xem tại ngày {date_vn(today)}); hãy kiểm tra lại năm.")
    if age < YOUNGEST_AT_WORK:
        words = f"người này mới {age} tuổi" if age >= 0 else "người này chưa sinh"
        raise Refused(f"Năm {year} {words} (sinh năm {dossier.person.birth_year}); hãy kiểm tra lại năm.")
    if issued:
        check_day("Ngày ban hành", issued, today)
    if issued and issued.year < year:
        raise Refused(f"Ngày ban hành {date_vn(issued)} trước năm {year}; hãy kiểm tra lại năm hoặc ngày.")


def check_new(same: QuerySet, what: str) -> None:
    """Raise Refused where ``same`` finds the very thing that is to be recorded."""
    if same.exists():
        raise Refused(f"{what} đã được ghi rồi; không ghi thêm lần nữa.")


def let_go_on(taken_back: Helper) -> None:
    """Let a helper go on whom an assignment that never was had ended; Refused while somebody else helps after that."""
    before = records.ended_by(taken_back)
    if before is None:
        return
    later = Helper.objects.filter(dossier=before.dossier_id, valid_from__gte=taken_back.valid_from).first()
    if later:
        raise Refused(
            f"Đính chính xong thì {before.name} phải tiếp tục giúp đỡ, nhưng đã ghi {later.name} giúp đỡ từ ngày "
            f"{date_vn(later.valid_from)}. Hãy đính chính dòng của {later.name} trước."
        )
    Helper.objects.filter(pk=before.pk).update(valid_until=None)
