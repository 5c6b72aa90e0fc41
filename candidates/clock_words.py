"""What is said of a clock: by which rule it runs, how it ended, what it still needs."""

from datetime import date

from candidates.enums import CountsFrom, ParameterCode
from candidates.models import Consent, Parameter, StageEntry
from organizations.formats import date_vn

_MONTHS = (ParameterCode.PROBATION_MONTHS, ParameterCode.CERTIFICATE_MONTHS, ParameterCode.PAPER_MONTHS)
# From which day each term counts.
_FROM = {
    ParameterCode.DECISION_DAYS: "từ ngày nghị quyết chi bộ",
    ParameterCode.OFFICIAL_DECISION_DAYS: "từ ngày nghị quyết chi bộ",
    ParameterCode.RECOGNITION_DAYS: "sau khi hết thời gian dự bị",
    ParameterCode.PROBATION_MONTHS: "từ ngày lễ kết nạp",
    ParameterCode.CERTIFICATE_MONTHS: "từ ngày cấp",
    ParameterCode.PAPER_MONTHS: "từ ngày giấy tờ",
}
# From which day the term of a ceremony counts.
_STARTS = {CountsFrom.RECEIPT: "từ ngày chi bộ nhận quyết định", CountsFrom.ISSUE: "từ ngày ban hành quyết định"}
NO_RULE = "Chưa đủ căn cứ: hệ thống chưa có giá trị của quy định tại ngày này, nên không tính hạn"
NO_RECEIPT = "Chưa tính được hạn: chưa ghi ngày chi bộ nhận quyết định; hãy ghi ngày nhận"
NO_MEETING = "chưa ghi ngày chi bộ xét công nhận, nên chưa biết có đúng hạn không"
NO_CONSENT = (
    "Tổ chức lễ sau hạn phải báo cáo và được cấp ủy cấp trên trực tiếp đồng ý; chưa ghi văn bản đồng ý nào vào hồ sơ."
)


def rule_words(rule: Parameter | None, counted_from: Parameter | None = None) -> str:
    """Say by which number a clock runs and from when; ``counted_from`` where the rule alone does not tell."""
    if rule is None:
        return ""
    start = _FROM.get(rule.code) or (_STARTS.get(counted_from.value, "") if counted_from else "")
    unit = "tháng" if rule.code in _MONTHS else "ngày làm việc"
    return f"{rule.value} {unit} {start}".strip()


def past(done_on: date, term: date, against: str) -> str:
    """Say how a clock ended; ``against``: why its term is not firm."""
    late = (done_on - term).days
    if late <= 0:
        return f"Đã làm ngày {date_vn(done_on)}, trong hạn"
    return f"Đã làm ngày {date_vn(done_on)}, sau hạn {late} ngày{f' ({against})' if against else ''}"


def extension_words(entry: StageEntry) -> str:
    """Say until when and why a term was extended."""
    return f"Đã kéo dài từ {date_vn(entry.due_on)} đến {date_vn(entry.extended_to)}: {entry.extension_reason}"


def uncalled(year: int) -> str:
    """Say that nobody knew the days off of a year for sure when the term was counted."""
    return f"Cần kiểm tra lịch nghỉ năm {year}: khi tính hạn này chưa có lịch nghỉ chính thức, hạn tính theo ngày nghỉ của luật."


def consent_words(late: int, consent: Consent | None, held_on: date) -> str:
    """Say whether the superior agreed to a ceremony that is (or was) ``late`` days after its term, and whether before it."""
    if consent is None:
        return f"Lễ quá hạn {late} ngày. {NO_CONSENT}"
    number = f" số {consent.number}" if consent.number else ""
    named = f"văn bản đồng ý{number} ngày {date_vn(consent.issued_on)} của {consent.issuer}"
    if consent.issued_on > held_on:
        return f"Lễ quá hạn {late} ngày: {named} có sau ngày lễ {date_vn(held_on)}."
    return f"Lễ quá hạn {late} ngày: có {named}."
