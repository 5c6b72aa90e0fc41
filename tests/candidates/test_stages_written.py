"""What a step writes beside its entry: its paper with a number of its own, its due day with the rule, what the criteria said."""

from datetime import date

import pytest

from candidates import policy, stages
from candidates.enums import PERSONAL_PAPERS, PaperKind, ParameterCode, Stage
from candidates.models import Paper, Parameter
from candidates.rules.criteria import CRITERIA, Moment
from organizations.errors import Refused
from tests import people
from tests.candidates.test_stages import LINE, move, owner, refused
from tests.people import DAYS


def test_recognition_counts_from_the_end_of_probation_however_late_it_is(cast):
    made = people.dossier(cast, Stage.OFFICIAL)
    last, before = made.entries.get(stage=Stage.OFFICIAL), made.entries.get(stage=Stage.ADMITTED)
    assert (last.on, before.until) == (date(2020, 12, 16), date(2020, 12, 16))
    assert last.paper.issued_on == DAYS[Stage.OFFICIAL] == date(2021, 1, 11)


@pytest.mark.parametrize(
    ("stage", "kind", "expires"),
    [
        (Stage.SYMPATHISER, PaperKind.CELL_LIST, None),
        (Stage.TRAINED, PaperKind.CERTIFICATE, date(2024, 3, 29)),
        (Stage.PREPARING, PaperKind.APPLICATION, None),
        (Stage.PROPOSED, PaperKind.CELL_RESOLUTION, None),
        (Stage.DECIDED, PaperKind.ADMISSION, None),
        (Stage.ADMITTED, PaperKind.CEREMONY, None),
    ],
)
def test_a_step_records_its_paper(cast, stage, kind, expires):
    before = people.dossier(cast, LINE[LINE.index(stage) - 1])
    said = {"number": "12-NQ/CB", "issuer": "Chi bộ Một", "kept_at": "Văn phòng Đảng ủy"}
    paper = move(owner(cast, stage), before, stage, **said).paper
    assert (paper.kind, paper.issued_on, paper.expires_on) == (kind, DAYS[stage], expires)
    own_hand = {"number": "", "issuer": ""} if kind in PERSONAL_PAPERS else {}
    assert {name: getattr(paper, name) for name in said} == said | own_hand


@pytest.mark.parametrize(
    ("stage", "due", "code"),
    [
        (Stage.PREPARING, None, None),
        (Stage.PROPOSED, date(2019, 12, 30), ParameterCode.DECISION_DAYS),
        (Stage.DECIDED, date(2019, 12, 30), ParameterCode.CEREMONY_DAYS),
        (Stage.ADMITTED, date(2021, 1, 28), ParameterCode.RECOGNITION_DAYS),
    ],
)
def test_the_due_day_is_stored_with_its_rule_and_stays_when_the_rule_changes(cast, stage, due, code):
    made = people.dossier(cast, stage)
    Parameter.objects.update(value="1")
    entry = stages.open_entry(made)
    assert (entry.due_on, entry.due_rule.code if entry.due_rule else None) == (due, code)
    assert entry.due_rule == (policy.row(code, DAYS[stage]) if code else None)


@pytest.mark.parametrize(
    ("said", "used"),
    [
        pytest.param({}, True, id="the same"),
        pytest.param({"number": "12-qđ/tn", "issuer": "đảng ủy khối"}, True, id="in small letters"),
        pytest.param({"number": "13-QĐ/TN"}, False, id="another number"),
        pytest.param({"issuer": "Đảng ủy khác"}, False, id="another issuer"),
        pytest.param({"on": date(2020, 1, 6)}, False, id="another year"),
    ],
)
def test_one_number_of_an_issuer_and_a_year_is_one_decision(cast, said, used):
    first, second = (people.dossier(cast, Stage.SUBMITTED, full_name=name) for name in ("Lê Văn An", "Lê Văn Bình"))
    given = {"number": "12-QĐ/TN", "issuer": "Đảng ủy Khối"}
    move(cast.officer, first, Stage.DECIDED, **given)
    if used:
        sentence = (
            f"Số 12-QĐ/TN ngày 18/11/2019 đã ghi cho hồ sơ khác ({first.code}). Hãy kiểm tra lại số; "
            "nếu do nơi khác ban hành thì ghi rõ nơi ban hành."
        )
        assert refused(Refused, cast.officer, second, Stage.DECIDED, **given | said) == (sentence,)
    else:
        assert move(cast.officer, second, Stage.DECIDED, **given | said).stage == Stage.DECIDED


def test_papers_without_a_needed_number_may_share_one(cast):
    for name in ("Lê Văn An", "Lê Văn Bình"):
        move(cast.secretary, people.dossier(cast, full_name=name), Stage.SYMPATHISER, number="3-NQ/CB")
    assert Paper.objects.filter(number="3-NQ/CB").count() == 2


def test_what_the_criteria_said_is_stored_with_the_step_and_stays(cast):
    made = people.dossier(cast, Stage.OFFICIAL)
    Parameter.objects.update(value="1")
    stored = {entry.stage: entry.verdicts for entry in made.entries.all() if entry.verdicts}
    assert {stage: [said["rule"] for said in verdicts] for stage, verdicts in stored.items()} == {
        Stage.PROPOSED: asked_at(Moment.PROPOSAL),
        Stage.DECIDED: asked_at(Moment.DECISION),
        Stage.REVIEWED: asked_at(Moment.RECOGNITION),
        Stage.OFFICIAL: asked_at(Moment.RECOGNITION),
    }
    assert stored[Stage.OFFICIAL] == stored[Stage.REVIEWED]
    assert stored[Stage.REVIEWED][0] == {
        "rule": "probation",
        "answer": "met",
        "sentence": "Đã hết 12 tháng dự bị từ ngày 16/12/2020.",
        "document": "Điều lệ Đảng (2011)",
        "clause": "Điều 5",
        "source": "Điều 5, Điều lệ Đảng (2011) (chưa xác nhận)",
        "confirmed": False,
    }


def asked_at(moment: Moment) -> list[str]:
    """The criteria of a moment that concern everybody."""
    return [each.code for each in CRITERIA if each.moment == moment and each.code not in ("readmission", "deadlock")]


def test_a_criterion_that_could_not_be_judged_is_stored_as_such(cast):
    made = people.dossier(cast, Stage.PROPOSED, birth_year=2001, birth_date=None)
    said = {each["rule"]: each["answer"] for each in stages.open_entry(made).verdicts}
    assert (said["age"], said["certificate"]) == ("unknown", "met")
