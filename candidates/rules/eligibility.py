"""One small function per criterion: facts and dated parameters in, a verdict with its sentence and source out."""

from datetime import date, timedelta

from candidates.rules.deadlines import add_months, months_between, probation_end
from candidates.rules.facts import Facts
from candidates.rules.parameters import Parameter
from candidates.rules.verdict import Answer, Verdict, day_vn

ONE_DAY = timedelta(days=1)
NAMES = {"age": "Tuổi", "certificate": "Giấy chứng nhận lớp nhận thức", "probation": "Thời gian dự bị"}


def age_at_meeting(facts: Facts, low: Parameter | None, high: Parameter | None) -> Verdict:
    """Full 18 up to full 60, counted by month on the day of the cell meeting (item 1.1.1).

    Over the upper age the answer stays open: it needs the consent and the ground of item 1.1.2.
    """
    if unknown := _unknown("age", facts.meeting_on, low, high):
        return unknown
    youngest, oldest = _possible_ages(facts)
    known = "" if youngest == oldest else "ít nhất "
    words = f"{known}{_years(youngest)} tính theo tháng tại ngày chi bộ xét"
    if oldest < low.number * 12:
        return Verdict("age", Answer.NOT_MET, f"Mới {words}, chưa đủ {low.number} tuổi.", low.source)
    if youngest > high.number * 12:
        sentence = f"Đã {words}, trên {high.number} tuổi: cần văn bản đồng ý trước và lý do theo điểm 1.1.2."
        return Verdict("age", Answer.UNKNOWN, sentence, high.source)
    if youngest < low.number * 12 or oldest > high.number * 12:
        sentence = "Chỉ biết năm sinh nên chưa kết luận được tuổi; hãy bổ sung ngày sinh."
        return Verdict("age", Answer.UNKNOWN, sentence, low.source)
    return Verdict("age", Answer.MET, f"Đủ tuổi: {words}.", low.source)


def certificate_at_meeting(facts: Facts, months: Parameter | None) -> Verdict:
    """The class certificate counts for its months, looked at on the day of the cell meeting (guidance item 5.4)."""
    if unknown := _unknown("certificate", facts.meeting_on, months):
        return unknown
    if facts.certificate_on is None:
        return Verdict(
            "certificate", Answer.NOT_MET, "Chưa có giấy chứng nhận học lớp nhận thức về Đảng.", months.source
        )
    expires = add_months(facts.certificate_on, months.number)
    return _before(expires, facts.meeting_on, months)


def probation_complete(facts: Facts, months: Parameter | None) -> Verdict:
    """Recognition comes after the full probation, counted from the ceremony (Charter, art. 5; item 4.2)."""
    if unknown := _unknown("probation", facts.ceremony_on, months):
        return unknown
    ends = probation_end(facts.ceremony_on, months.number)
    if facts.recognition_on is None or facts.recognition_on < ends:
        sentence = f"Chưa hết {months.number} tháng dự bị (đến hết ngày {day_vn(ends - ONE_DAY)})."
        return Verdict("probation", Answer.NOT_MET, sentence, months.source)
    return Verdict(
        "probation", Answer.MET, f"Đã hết {months.number} tháng dự bị từ ngày {day_vn(ends)}.", months.source
    )


def _before(expires: date, meeting_on: date, months: Parameter) -> Verdict:
    if meeting_on < expires:
        return Verdict(
            "certificate",
            Answer.MET,
            f"Giấy chứng nhận còn giá trị đến hết ngày {day_vn(expires - ONE_DAY)}.",
            months.source,
        )
    sentence = f"Giấy chứng nhận hết giá trị từ {day_vn(expires)}; phải học lại trước khi chi bộ xét."
    return Verdict("certificate", Answer.NOT_MET, sentence, months.source)


def _possible_ages(facts: Facts) -> tuple[int, int]:
    """The youngest and the oldest age in months that the known birth allows."""
    if facts.birth_date:
        age = months_between(facts.birth_date, facts.meeting_on)
        return age, age
    last, first = date(facts.birth_year, 12, 1), date(facts.birth_year, 1, 1)
    return months_between(last, facts.meeting_on), months_between(first, facts.meeting_on)


def _unknown(rule: str, day: date | None, *parameters: Parameter | None) -> Verdict | None:
    """The verdict "cannot tell yet" when the day or a parameter is missing, else None."""
    source = next((item.source for item in parameters if item), None)
    if any(item is None or item.number is None for item in parameters):
        words = f"{NAMES[rule]}: chưa đủ căn cứ, không có quy định tại ngày này trong hệ thống."
        return Verdict(rule, Answer.UNKNOWN, words, source)
    if day is None:
        return Verdict(rule, Answer.UNKNOWN, f"{NAMES[rule]}: chưa đủ căn cứ, chưa có ngày để xét.", source)
    return None


def _years(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years} tuổi {rest} tháng" if rest else f"{years} tuổi"
