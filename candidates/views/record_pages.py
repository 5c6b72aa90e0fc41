"""The pages of the kinds of record: the form of each, the act it does, its stored rows and its words."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet

from candidates import record_forms, recording, vetting, vetting_forms
from candidates.enums import LOOSE_PAPERS
from candidates.models import Dossier
from candidates.records import RecordKind


@dataclass(frozen=True)
class Page:
    """The page of a kind: its form, the act it does, the stored rows, the words of its button and of its success."""

    form: type[record_forms.RecordForm]
    write: Callable
    rows: Callable[[Dossier], QuerySet]
    verb: str
    done: str
    day: str = ""


PAGES = {
    RecordKind.RATING: Page(
        record_forms.RatingForm, recording.rate, lambda of: of.person.ratings, "Ghi xếp loại", "Đã ghi xếp loại."
    ),
    RecordKind.COMMENDATION: Page(
        record_forms.CommendationForm,
        recording.commend,
        lambda of: of.person.commendations,
        "Ghi khen thưởng",
        "Đã ghi khen thưởng.",
    ),
    RecordKind.OPINION: Page(
        record_forms.OpinionForm,
        recording.record_opinion,
        lambda of: of.papers.filter(kind__in=LOOSE_PAPERS),
        "Ghi ý kiến",
        "Đã ghi ý kiến nhận xét.",
    ),
    RecordKind.INTRODUCER: Page(
        record_forms.IntroducerForm,
        recording.introduce,
        lambda of: of.introducers,
        "Ghi người giới thiệu",
        "Đã ghi người giới thiệu.",
        day="on",
    ),
    RecordKind.HELPER: Page(
        record_forms.HelperForm,
        recording.assign_helper,
        lambda of: of.helpers,
        "Phân công giúp đỡ",
        "Đã ghi phân công giúp đỡ.",
        day="valid_from",
    ),
    RecordKind.TASK: Page(
        record_forms.TaskForm,
        recording.give_task,
        lambda of: of.given_tasks,
        "Ghi nhiệm vụ",
        "Đã ghi nhiệm vụ.",
        day="given_on",
    ),
    RecordKind.REMARK: Page(
        record_forms.RemarkForm,
        recording.remark,
        lambda of: of.helper_remarks,
        "Ghi nhận xét",
        "Đã ghi nhận xét.",
        day="on",
    ),
    RecordKind.CHECK: Page(
        vetting_forms.CheckForm, vetting.verify, lambda of: of.checks, "Ghi thẩm tra", "Đã ghi thẩm tra."
    ),
    RecordKind.CONSENT: Page(
        vetting_forms.ConsentForm,
        vetting.record_consent,
        lambda of: of.consents,
        "Ghi văn bản",
        "Đã ghi văn bản.",
    ),
    RecordKind.FORMER: Page(
        vetting_forms.FormerForm,
        vetting.record_former,
        lambda of: of.former_memberships,
        "Ghi lần ra khỏi Đảng",
        "Đã ghi lần ra khỏi Đảng trước đây.",
    ),
    RecordKind.FINDING: Page(
        vetting_forms.FindingForm,
        vetting.record_finding,
        lambda of: of.findings.select_related("criterion"),
        "Ghi kết quả xét",
        "Đã ghi kết quả xét.",
        day="on",
    ),
}
