"""Writes that an unanswered verification was asked for again, inside ``acting``; needs Deed.RECORD_PAPER."""

from datetime import date

from candidates.enums import Verification
from candidates.models import BackgroundCheck, Chasing
from candidates.recording import check_day, hold
from organizations.access import Reach
from organizations.errors import Refused
from organizations.formats import date_vn, tidy


def chase(check: BackgroundCheck, given: dict, *, own: Reach, today: date) -> Chasing:
    """Record that the answer was asked for again on a day; once a day, after the first letter, before the answer."""
    hold(check.dossier, own)
    on = given["on"]
    check_day("Ngày đôn đốc", on, today)
    _check_waits(check, on)
    if there := Chasing.objects.filter(verification=check, on=on).first():
        number = f" (công văn số {there.number})" if there.number else ""
        raise Refused(
            f"Đã ghi lần đôn đốc ngày {date_vn(on)}{number}; không ghi thêm lần nữa. Nếu dòng đó ghi nhầm, hãy đính "
            f"chính dòng đó."
        )
    said = {name: tidy(given[name]) for name in ("number", "note")}
    return Chasing.objects.create(verification=check, on=on, **said)


def _check_waits(check: BackgroundCheck, on: date) -> None:
    if check.asked_on is None:
        raise Refused(f"Dòng này ghi “{check.get_state_display()}” nên không có gì để đôn đốc.")
    if on <= check.asked_on:
        raise Refused(
            f"Ngày đôn đốc {date_vn(on)} phải sau ngày gửi đề nghị thẩm tra {date_vn(check.asked_on)}; hãy kiểm tra "
            f"lại hai ngày."
        )
    if check.state == Verification.ANSWERED and check.answered_on <= on:
        raise Refused(
            f"Nơi thẩm tra đã trả lời ngày {date_vn(check.answered_on)}, trước hoặc trong ngày đôn đốc {date_vn(on)}; "
            f"không ghi đôn đốc."
        )
