"""Writes the verification of the background, consents, an earlier time in the Party, and what a person found.

Tracking facts alone: which letter about whom went where and whether it was answered; never names of relatives, never what
was answered. All run inside ``acting`` and need Deed.RECORD_PAPER in the unit of the dossier.
"""

from collections.abc import Iterator
from datetime import date

from candidates import policy, supporters, vetted
from candidates.enums import GROUNDS, ConsentMatter, Leaving, ParameterCode, Verification, Verified
from candidates.models import BackgroundCheck, Consent, Dossier, FormerMembership, LocalCriterion, LocalFinding, Person
from candidates.recording import YOUNGEST_AT_WORK, check_day, check_new, hold
from candidates.rules.deadlines import months_between
from organizations.access import Reach, check_may
from organizations.enums import Deed
from organizations.errors import Refused
from organizations.formats import date_vn, tidy

SENT = (Verification.ASKED, Verification.ANSWERED)
NOT_MARKED = "Hồ sơ này chưa được đánh dấu “Kết nạp lại”. Nếu đúng là kết nạp lại, hãy đánh dấu mục đó ở “Sửa thông tin” rồi ghi."
RELATED = (
    "Người được cử đi thẩm tra không được là người vào Đảng hoặc người thân của người vào Đảng; hãy cử người khác và ghi "
    "người đó."
)
# What is recorded of a verification that was sent, by column, as the sentences call it.
OF_SENT = {
    "place": "nơi thẩm tra",
    "letter": "số công văn",
    "asked_on": "ngày gửi",
    "answered_on": "ngày có kết quả",
    "sent_member": "đảng viên được cử đi",
}


def verify(dossier: Dossier, given: dict, *, own: Reach, today: date) -> BackgroundCheck:
    """Record one verification: of whom, how it stands, and for one that was sent where and when."""
    hold(dossier, own)
    wanted = given | {name: tidy(given[name]) for name in ("place", "letter", "sent_member")}
    if problems := [*_state_problems(wanted), *_day_problems(wanted, today)]:
        raise Refused(*problems)
    _check_sender(dossier, wanted)
    _check_beside(dossier, wanted)
    return BackgroundCheck.objects.create(dossier=dossier, **wanted)


def record_answer(check: BackgroundCheck, given: dict, *, own: Reach, today: date) -> None:
    """Record the day on which the answer to a verification came; ``kept_at`` only where it is told."""
    hold(check.dossier, own)
    answered = given["answered_on"]
    check_day("Ngày có kết quả", answered, today)
    if check.state != Verification.ASKED:
        since = f" ngày {date_vn(check.answered_on)}" if check.answered_on else ""
        raise Refused(f"Dòng này đã ghi “{check.get_state_display()}”{since}; nếu ghi nhầm, hãy đính chính.")
    if answered < check.asked_on:
        raise Refused(_answered_too_early(answered, check.asked_on))
    kept = {"kept_at": given["kept_at"]} if given["kept_at"] else {}
    now = {"state": Verification.ANSWERED, "answered_on": answered}
    BackgroundCheck.objects.filter(pk=check.pk).update(**now, **kept)


def record_consent(dossier: Dossier, given: dict, *, own: Reach, today: date) -> Consent:
    """Record a written consent of a superior, or the paper by which an exception is made, with its ground."""
    hold(dossier, own)
    check_day("Ngày văn bản", given["issued_on"], today)
    matter, allowed = ConsentMatter(given["matter"]), GROUNDS[given["matter"]]
    if given["ground"] not in allowed:
        grounds = "; ".join(f"“{each.label}”" for each in allowed)
        raise Refused(f"Lý do đã chọn không dùng cho việc “{matter.label}”; hãy chọn {grounds}.")
    if matter == ConsentMatter.READMISSION and not dossier.readmission:
        raise Refused(NOT_MARKED)
    if matter == ConsentMatter.OVER_AGE:
        _check_over_age(dossier.person, given["issued_on"])
    same = {name: given[name] for name in ("matter", "issued_on", "issuer")}
    check_new(Consent.objects.filter(dossier=dossier, **same), "Văn bản này")
    return Consent.objects.create(dossier=dossier, **given)


def _check_over_age(person: Person, on: date) -> None:
    """Nobody within the upper age needs this consent; the oldest age that the known birth allows counts."""
    most, born = policy.in_force(on).get(ParameterCode.AGE_TO), person.birth_date or date(person.birth_year, 1, 1)
    if most and most.is_known and months_between(born, on) <= most.number * 12:
        raise Refused(
            f"Người sinh năm {person.birth_year} chưa quá {most.number} tuổi tại ngày {date_vn(on)} nên không thuộc trường hợp "
            "này; hãy kiểm tra lại việc xin đồng ý."
        )


def record_former(dossier: Dossier, given: dict, *, own: Reach, today: date) -> FormerMembership:
    """Record when and how somebody who is to be admitted again left the Party; how is for Deed.SEE_SENSITIVE alone."""
    hold(dossier, own)
    check_may(own, Deed.SEE_SENSITIVE, dossier.unit)
    if not dossier.readmission:
        raise Refused(NOT_MARKED)
    if there := FormerMembership.objects.filter(dossier=dossier).first():
        raise Refused(
            f"Đã ghi lần ra khỏi Đảng ngày {date_vn(there.left_on)}. Nếu dòng đó ghi nhầm, hãy đính chính dòng đó trước."
        )
    if problems := list(_leaving_problems(dossier, given, today)):
        raise Refused(*problems)
    return FormerMembership.objects.create(dossier=dossier, **given)


def record_finding(dossier: Dossier, given: dict, *, own: Reach, today: date) -> LocalFinding:
    """Record what a person found about a criterion of a local letter that only a person can judge."""
    hold(dossier, own)
    on, criterion = given["on"], given["criterion"]
    check_day("Ngày xét", on, today)
    if criterion.pk not in {each.pk for each in vetted.stated(dossier, on)}:
        raise Refused(
            f"Tiêu chuẩn này {_period(criterion)}, không áp dụng vào ngày xét {date_vn(on)}; hãy sửa ngày xét."
        )
    if there := LocalFinding.objects.filter(dossier=dossier, criterion=criterion, on=on).first():
        raise Refused(
            f"Tiêu chuẩn này đã có kết quả xét ngày {date_vn(on)}: {there.get_answer_display()}. Nếu dòng đó ghi nhầm, hãy "
            "đính chính dòng đó trước."
        )
    return LocalFinding.objects.create(dossier=dossier, **given)


def _state_problems(given: dict) -> Iterator[str]:
    """What the chosen state needs, and what it leaves no room for."""
    state, relation = Verification(given["state"]), given["relation"]
    if state in SENT:
        yield from (f"Hãy ghi {OF_SENT[name]}." for name in ("place", "asked_on") if not given[name])
    elif filled := [words for name, words in OF_SENT.items() if given[name]]:
        yield f"Với tình trạng “{state.label}”, hãy để trống: {', '.join(filled)}."
    if state not in SENT and relation == Verified.SELF:
        yield "Người vào Đảng luôn phải được thẩm tra; hãy chọn “Đã gửi đề nghị” hoặc “Đã có kết quả”."
    if state == Verification.ANSWERED and not given["answered_on"]:
        yield "Hãy ghi ngày có kết quả; chưa có kết quả thì chọn “Đã gửi đề nghị thẩm tra”."
    if state == Verification.ASKED and given["answered_on"]:
        answered = date_vn(given["answered_on"])
        yield f"Đã ghi ngày có kết quả {answered}: hãy chọn “Đã có kết quả thẩm tra”, hoặc để trống ngày đó."


def _day_problems(given: dict, today: date) -> Iterator[str]:
    asked, answered = given["asked_on"], given["answered_on"]
    for label, day in (("Ngày gửi", asked), ("Ngày có kết quả", answered)):
        if day and day > today:
            yield f"{label} {date_vn(day)} chưa đến (đang xem tại ngày {date_vn(today)}); hãy kiểm tra lại ngày."
    if asked and answered and answered < asked:
        yield _answered_too_early(answered, asked)


def _answered_too_early(answered: date, asked: date) -> str:
    return f"Ngày có kết quả {date_vn(answered)} trước ngày gửi {date_vn(asked)}; hãy kiểm tra lại hai ngày."


def _check_sender(dossier: Dossier, given: dict) -> None:
    """Neither the candidate nor a relative verifies (06-HD/TW 2025, point 3.4)."""
    if given["is_related"]:
        raise Refused(RELATED)
    if given["is_related"] is not None and not given["sent_member"]:
        raise Refused("Hãy ghi đảng viên được cử đi thẩm tra, hoặc để “Chưa rõ” ở câu hỏi về người thân.")
    if given["sent_member"]:
        supporters.check_other("Đảng viên được cử đi thẩm tra", dossier, given["sent_member"])


def _check_beside(dossier: Dossier, given: dict) -> None:
    """Nothing twice, and nobody verified of whom it is said that there is nobody."""
    beside = list(BackgroundCheck.objects.filter(dossier=dossier, relation=given["relation"]))
    for row in beside:
        if _is_same(row, given):
            then = " Nếu nay đã có kết quả, hãy bấm “Ghi kết quả” ở dòng đó." if row.asked_on else ""
            raise Refused(f"Đã ghi “{row}”{_sent(row)} rồi; không ghi thêm lần nữa.{then}")
        if Verification.NONE in (row.state, given["state"]):
            raise Refused(
                f"Đã ghi “{row}”{_sent(row)}; không ghi “{Verification(given['state']).label}” bên cạnh. Nếu dòng đó ghi "
                "nhầm, hãy đính chính dòng đó trước."
            )


def _is_same(row: BackgroundCheck, given: dict) -> bool:
    """One letter to one place is one row, whether its answer has come or not; two letters of one day differ in number."""
    both_sent = row.state in SENT and given["state"] in SENT
    alike = all(getattr(row, name) == given[name] for name in ("place", "letter", "asked_on"))
    return alike and (both_sent or row.state == given["state"])


def _sent(row: BackgroundCheck) -> str:
    return f" ({row.place}, gửi ngày {date_vn(row.asked_on)})" if row.asked_on else ""


def _leaving_problems(dossier: Dossier, given: dict, today: date) -> Iterator[str]:
    left, cleared = given["left_on"], given["cleared_on"]
    for label, day in (("Ngày ra khỏi Đảng", left), ("Ngày được xóa án tích", cleared)):
        if day and day > today:
            yield f"{label} {date_vn(day)} chưa đến (đang xem tại ngày {date_vn(today)}); hãy kiểm tra lại ngày."
    if left.year - dossier.person.birth_year < YOUNGEST_AT_WORK:
        yield f"Ngày ra khỏi Đảng {date_vn(left)} không hợp với năm sinh {dossier.person.birth_year}; hãy kiểm tra lại."
    is_crime = given["leaving"] == Leaving.LESSER_CRIME
    if is_crime and not cleared:
        yield "Hãy ghi ngày được xóa án tích; thời gian chờ kết nạp lại tính từ ngày đó."
    if cleared and not is_crime:
        yield f"Ngày được xóa án tích chỉ ghi cho trường hợp “{Leaving.LESSER_CRIME.label}”; hãy để trống."
    if cleared and cleared < left:
        yield f"Ngày được xóa án tích {date_vn(cleared)} trước ngày ra khỏi Đảng {date_vn(left)}; hãy kiểm tra lại."


def _period(criterion: LocalCriterion) -> str:
    until = f" đến trước ngày {date_vn(criterion.valid_until)}" if criterion.valid_until else ""
    return f"có hiệu lực từ ngày {date_vn(criterion.valid_from)}{until}"
