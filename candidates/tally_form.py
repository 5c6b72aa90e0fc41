"""The numbers of a vote as fields of a form: which there are, which must be filled, and what cannot be."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.core.validators import MaxValueValidator

from candidates.enums import BallotBody, BallotForm
from candidates.rules.ballots import impossible
from candidates.rules.facts import Tally
from organizations.inputs import DateField, PeopleField

MOST_VOTERS = 9999
NO_PROBATIONARY = (
    "Không tính đảng viên dự bị: đảng viên dự bị không có quyền biểu quyết và không ghi vào số nào dưới đây."
)
ALL_OF_COMMITTEE = "Toàn bộ thành viên của tập thể biểu quyết, kể cả người vắng mặt."
OR_NOTHING = "Không có thì để trống."
NEEDED = ("members", "present", "in_favour", "against")
COUNTS = ("members", "away", "exempt_absent", "present", "in_favour", "against", "blank")
NAMES = ("body", "voted_on", *COUNTS, "how")
# Fields that stand side by side.
GROUPS = (
    ("subject",),
    ("body",),
    ("held_on",),
    ("voted_on",),
    ("members",),
    ("away", "exempt_absent"),
    ("present",),
    ("in_favour", "against", "blank"),
    ("how", "number"),
    ("basis",),
)
NO_NUMBER = "Còn thiếu số này; hãy nhập, không có ai thì ghi 0, hoặc để trống cả phần biểu quyết."
NO_BODY = "Hãy chọn tập thể đã biểu quyết."
NOT_THAT_BODY = "Tập thể này không thuộc cấp mà đồng chí phụ trách; hãy chọn tập thể đã biểu quyết trong danh sách."


class VotersField(PeopleField):
    """A number of people at a meeting."""

    def __init__(self, label: str, help_text: str = "", **kwargs: object) -> None:
        super().__init__(label=label, help_text=help_text, **kwargs)
        self.validators.append(MaxValueValidator(MOST_VOTERS, self.error_messages["max_value"]))


def counts(*, of_cell: bool, of_committee: bool, needed: bool) -> dict[str, forms.Field]:
    """Return the fields of the numbers by their names; ``needed`` says whether a vote must be typed at all."""
    members = [("đảng viên chính thức của chi bộ", of_cell), ("thành viên của cấp ủy", of_committee)]
    everybody = " hoặc ".join(words for words, there in members if there)
    who = "Số đảng viên chính thức dự họp, kể cả người được miễn mà vẫn dự." if of_cell else "Số thành viên dự họp."
    found = {
        "members": VotersField(f"Tổng số {everybody}", NO_PROBATIONARY if of_cell else ALL_OF_COMMITTEE),
        "away": VotersField(
            "Trừ: đang sinh hoạt tạm thời nơi khác", f"Đã được giới thiệu đến chi bộ khác. {OR_NOTHING}"
        ),
        "exempt_absent": VotersField(
            "Trừ: được miễn sinh hoạt và vắng mặt",
            f"Người được miễn mà vẫn dự họp, biểu quyết thì không trừ. {OR_NOTHING}",
        ),
        "present": VotersField("Có mặt", who),
        "in_favour": VotersField("Tán thành"),
        "against": VotersField("Không tán thành", "Không có ai thì ghi 0."),
        "blank": VotersField("Phiếu trắng, không hợp lệ", OR_NOTHING),
    }
    for name, field in found.items():
        field.required = needed and name in NEEDED
    return {name: field for name, field in found.items() if of_cell or name not in ("away", "exempt_absent")}


def step_fields(committees: list[BallotBody]) -> dict[str, forms.Field]:
    """Return the fields of a vote typed along with the step that it carries: of one of ``committees``, or of the cell."""
    found: dict[str, forms.Field] = {}
    of_cell = not committees
    if committees:
        found["body"] = body(committees, required=False)
        found["voted_on"] = DateField(
            label="Ngày họp biểu quyết", required=False, help_text="Để trống nếu cùng ngày ký quyết định."
        )
    return found | counts(of_cell=of_cell, of_committee=not of_cell, needed=False) | {"how": how()}


def how() -> forms.ChoiceField:
    """Return the field for the way of voting."""
    choices = [("", "Không ghi"), *BallotForm.choices]
    said = {"invalid_choice": "Hãy chọn cách biểu quyết trong danh sách."}
    return forms.ChoiceField(label="Cách biểu quyết", choices=choices, required=False, error_messages=said)


def body(choices: list[BallotBody], *, required: bool) -> forms.ChoiceField:
    """Return the field for the body that voted."""
    said = {"required": NO_BODY, "invalid_choice": NOT_THAT_BODY}
    options = [("", "Chọn"), *((each.value, each.label) for each in choices)]
    return forms.ChoiceField(label="Nơi biểu quyết", choices=options, required=required, error_messages=said)


def grouped(fields: Iterable[forms.BoundField]) -> list[list[forms.BoundField]]:
    """Return the fields of a vote as they stand on a page, those of a group side by side."""
    by_name = {field.name: field for field in fields}
    found = ([by_name[name] for name in group if name in by_name] for group in GROUPS)
    return [group for group in found if group]


def numbers(cleaned: dict) -> dict[str, int]:
    """Return the numbers of a vote as they are stored: what was left empty is nobody."""
    return {name: cleaned.get(name) or 0 for name in COUNTS}


def cannot_be(cleaned: dict, voted_by: str) -> tuple[str, ...]:
    """Return why the numbers cannot be; empty while some are missing or unreadable."""
    if not voted_by or any(cleaned.get(name) is None for name in NEEDED):
        return ()
    return impossible(Tally(body=voted_by, subject="", on=date.min, **numbers(cleaned)))
