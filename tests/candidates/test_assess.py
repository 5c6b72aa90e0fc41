"""``manage.py assess``: what every criterion says of a dossier on a day, by the regime of that day or by another."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from candidates import policy
from candidates.enums import Stage
from candidates.models import Dossier, Parameter, StageEntry
from candidates.rules.criteria import CRITERIA, Moment
from tests import people

KEYS = {"criterion", "moment", "answer", "sentence", "document", "clause", "confirmed"}
PROPOSAL = [each.code for each in CRITERIA if each.moment == Moment.PROPOSAL and each.code != "readmission"]


def told(made: Dossier, on: str = "2021-05-31", **asked: object) -> list[dict]:
    out = StringIO()
    call_command("assess", made.code, on=on, json=True, stdout=out, **asked)
    return json.loads(out.getvalue())


def by_rule(found: list[dict]) -> dict[str, dict]:
    return {each["criterion"]: each for each in found}


def test_every_criterion_of_the_proposal_answers_with_its_sentence_and_source(cast):
    found = told(people.dossier(cast, Stage.PREPARING))
    assert [each["criterion"] for each in found] == PROPOSAL
    assert all(each.keys() == KEYS and each["sentence"] for each in found)
    assert by_rule(found)["age"] == {
        "criterion": "age",
        "moment": "proposal",
        "answer": "met",
        "sentence": "Đủ tuổi: 31 tuổi 1 tháng tính theo tháng tại ngày chi bộ xét.",
        "document": "29-QĐ/TW",
        "clause": "điểm 1.1.1",
        "confirmed": False,
    }


@pytest.mark.parametrize(
    ("stage", "moments"),
    [
        (Stage.SOURCE, {"proposal"}),
        (Stage.PROPOSED, {"proposal", "decision"}),
        (Stage.ADMITTED, {"proposal", "decision", "recognition"}),
        (Stage.REVIEWED, {"proposal", "decision", "recognition"}),
    ],
)
def test_the_later_moments_are_asked_once_they_are_reached(cast, stage, moments):
    assert {each["moment"] for each in told(people.dossier(cast, stage))} == moments


def test_another_regime_judges_with_its_own_values_and_cites_itself(cast):
    made = people.dossier(cast, Stage.PREPARING, schooling=3, diploma=False)
    found = {code: by_rule(told(made, regime=code))["schooling"] for code in ("QD24", "QD208")}
    assert {code: (each["answer"], each["document"]) for code, each in found.items()} == {
        "QD24": ("not_met", "24-QĐ/TW"),
        "QD208": ("met", "208-QĐ/TW"),
    }


def test_a_confirmed_value_says_so(cast):
    Parameter.objects.filter(regime__code="QD29", code__in=["age_from", "age_to"]).update(
        confirmed_by=cast.officer, confirmed_on=people.TODAY
    )
    assert by_rule(told(people.dossier(cast)))["age"]["confirmed"] is True


def test_on_a_day_of_a_regime_that_tells_nothing_nothing_is_concluded(cast):
    found = by_rule(told(people.dossier(cast, Stage.PREPARING), "2026-05-04"))
    assert found["age"]["answer"] == "unknown"
    assert found["age"]["sentence"].startswith("Tuổi: chưa đủ căn cứ")


def test_asking_stores_nothing(cast):
    made = people.dossier(cast, Stage.PREPARING)
    before = list(StageEntry.objects.values())
    told(made)
    assert list(StageEntry.objects.values()) == before


def test_without_json_each_line_says_the_answer_and_the_source(cast):
    out = StringIO()
    call_command("assess", people.dossier(cast, Stage.PREPARING).code, on="31/5/2021", stdout=out)
    lines = out.getvalue().splitlines()
    assert len(lines) == len(PROPOSAL)
    assert lines[0] == (
        "Đạt: Đủ tuổi: 31 tuổi 1 tháng tính theo tháng tại ngày chi bộ xét. (điểm 1.1.1, 29-QĐ/TW (chưa xác nhận))"
    )


@pytest.mark.parametrize(
    ("code", "asked", "sentence"),
    [
        ("HS9999999", {}, "Không có hồ sơ nào mang mã HS9999999."),
        (None, {"regime": "QD1"}, "Không có chế độ quy định QD1; hiện có: "),
        (None, {"on": "4/3/2018"}, "lập ngày 05/3/2018, sau ngày 04/3/2018; hãy chọn ngày muộn hơn."),
        (None, {"on": "31/2/2021"}, "“31/2/2021” không phải là một ngày có trong lịch; hãy ghi như 31/5/2021"),
    ],
)
def test_what_is_asked_wrongly_is_told(cast, code, asked, sentence):
    made = people.dossier(cast)
    with pytest.raises(CommandError) as caught:
        call_command("assess", code or made.code, json=True, stdout=StringIO(), **{"on": "2021-05-31"} | asked)
    assert sentence in str(caught.value)


def test_the_values_of_a_regime_come_with_those_of_the_charter(db):
    found = policy.of_regime("QD208", people.TODAY)
    assert (found["ceremony_from"].value, found["cell_least"].value) == ("issue", "3")
