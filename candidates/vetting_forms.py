"""Forms of the verification of the background, consents, an earlier time in the Party, and what a person found.

They ask for tracking facts alone: no name of a relative, nothing of what was answered.
"""

from django import forms

from candidates import vetted, vetting
from candidates.enums import ConsentGround, ConsentMatter, Finding, Leaving, Verification, Verified
from candidates.forms import known_or_not
from candidates.models import LocalCriterion
from candidates.record_forms import RecordForm, line_of_words, one_of_these
from organizations.inputs import DateField

KEPT_AT = "Nơi giữ bản gốc"


class CheckForm(RecordForm):
    """One verification; what the chosen state does not need stays empty, as the help of ``state`` says."""

    relation = one_of_these("Thẩm tra về", Verified.choices, "Hãy chọn thẩm tra về ai.")
    state = one_of_these(
        "Tình trạng",
        Verification.choices,
        "Hãy chọn tình trạng thẩm tra.",
        help_text="Đã gửi: ghi nơi thẩm tra và ngày gửi. Đã có kết quả: ghi thêm ngày có kết quả. Hai trường hợp còn lại: để "
        "trống tất cả các mục dưới.",
    )
    place = line_of_words(
        "Nơi thẩm tra", 200, help_text="Cấp ủy nơi nhận, ví dụ: Đảng ủy xã Hàm Thuận. Không ghi họ tên người thân."
    )
    asked_on = DateField(label="Ngày gửi, ngày cử người đi", required=False)
    answered_on = DateField(label="Ngày có kết quả", required=False, help_text="Chỉ ghi khi chọn “Đã có kết quả”.")
    letter = line_of_words("Số công văn, giấy giới thiệu", 60, help_text="Ghi khi có.")
    sent_member = line_of_words("Đảng viên được cử đi", 120, help_text="Để trống nếu thẩm tra bằng công văn.")
    is_related = known_or_not("Người được cử đi là người thân của người vào Đảng")
    kept_at = line_of_words(KEPT_AT, 200, help_text="Ghi khi có.")

    tells_what_it_needs = True


class CheckAnswerForm(RecordForm):
    """The day on which the answer came."""

    answered_on = DateField(label="Ngày có kết quả", error_messages={"required": "Hãy nhập ngày có kết quả."})
    kept_at = line_of_words(KEPT_AT, 200)


class ChaseForm(RecordForm):
    """One time at which an unanswered verification was asked for again."""

    on = DateField(label="Ngày đôn đốc", error_messages={"required": "Hãy nhập ngày đôn đốc."})
    number = line_of_words(
        "Số công văn đôn đốc", 60, help_text="Để trống nếu đôn đốc bằng điện thoại hoặc trao đổi trực tiếp."
    )
    note = line_of_words("Ghi chú", 200, help_text="Ví dụ: đã gọi văn phòng đảng ủy xã. Không ghi nội dung thẩm tra.")


class ConsentForm(RecordForm):
    """A written consent of a superior, or the paper of an exception."""

    matter = one_of_these("Về việc", ConsentMatter.choices, "Hãy chọn việc được đồng ý.")
    ground = one_of_these(
        "Lý do ghi trong văn bản",
        ConsentGround.choices,
        "Hãy chọn lý do.",
        help_text="Lý do phải hợp với việc đã chọn.",
    )
    number = line_of_words("Số văn bản", 60)
    issued_on = DateField(label="Ngày văn bản", error_messages={"required": "Hãy nhập ngày ghi trên văn bản."})
    issuer = line_of_words("Nơi ban hành", 200, "Hãy ghi nơi ban hành.", help_text="Ví dụ: Ban Thường vụ Tỉnh ủy.")
    kept_at = line_of_words(KEPT_AT, 200)


class FormerForm(RecordForm):
    """When and how somebody left the Party before."""

    left_on = DateField(label="Ra khỏi Đảng ngày", error_messages={"required": "Hãy nhập ngày ra khỏi Đảng."})
    leaving = one_of_these(
        "Trường hợp",
        Leaving.choices,
        "Hãy chọn trường hợp.",
        help_text="Mục nhạy cảm: chỉ người có quyền xem mục nhạy cảm thấy; mỗi lượt xem được ghi lại.",
    )
    cleared_on = DateField(
        label="Được xóa án tích ngày",
        required=False,
        help_text=f"Chỉ ghi cho trường hợp “{Leaving.LESSER_CRIME.label}”.",
    )
    readmitted_before = known_or_not("Đã từng được kết nạp lại")

    @property
    def unasked(self) -> str:
        """Why there is nothing to record; "" where there is."""
        return "" if self.about.readmission else vetting.NOT_MARKED


class CriterionChoice(forms.ModelChoiceField):
    """A criterion by its own words."""

    def label_from_instance(self, criterion: LocalCriterion) -> str:
        """The words of the letter."""
        return criterion.words


class FindingForm(RecordForm):
    """What a person found about a criterion; the choices are those that bind the person on the day one looks from."""

    criterion = CriterionChoice(LocalCriterion.objects.none(), label="Tiêu chuẩn", empty_label="Chọn")
    answer = one_of_these("Kết quả xét", Finding.choices, "Hãy chọn kết quả xét.")
    on = DateField(label="Ngày xét", error_messages={"required": "Hãy nhập ngày xét."})
    basis = line_of_words(
        "Căn cứ", 200, "Hãy ghi căn cứ.", help_text="Ví dụ: Nghị quyết chi bộ số 05-NQ/CB ngày 12/5/2021."
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.wanted = vetted.stated(self.about, self.on)
        choice = self.fields["criterion"]
        choice.queryset = LocalCriterion.objects.filter(pk__in=[each.pk for each in self.wanted])
        choice.error_messages |= dict.fromkeys(
            ("required", "invalid_choice"), "Hãy chọn một tiêu chuẩn trong danh sách."
        )

    @property
    def unasked(self) -> str:
        """Why there is nothing to record; "" where there is."""
        if self.wanted:
            return ""
        return "Không có tiêu chuẩn riêng nào cần người xét đang áp dụng cho người này tại ngày đang xem."
