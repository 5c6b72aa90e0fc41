"""``manage.py due``: every clock that runs in a unit and below as at a day, the earliest first, at a constant cost."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates.enums import Stage
from candidates.models import Parameter, StageEntry
from tests import people
from tests.candidates.walking import SITUATION_1, SITUATION_7, walked
from tests.people import TODAY


def due(unit: str, on: str, *options: str) -> str:
    out = StringIO()
    call_command("due", "--unit", unit, "--on", on, *options, stdout=out)
    return out.getvalue()


def rows(unit: str, on: str) -> list[dict]:
    return json.loads(due(unit, on, "--json"))


def brief(unit: str, on: str) -> list[tuple]:
    return [(row["clock"], row["due_on"], row["state"]) for row in rows(unit, on)]


def test_a_row_says_what_is_due_by_which_clause(cast):
    made = walked(cast, Stage.PROPOSED, SITUATION_1)
    assert rows("B", "2022-04-07") == [
        {
            "dossier": made.code,
            "unit": "B.1.Một",
            "stage": "proposed",
            "clock": "decision",
            "name": "Cấp ủy quyết định kết nạp",
            "due_on": "2022-04-06",
            "extended_to": None,
            "state": "check",
            "words": "Cần kiểm tra: hạn chưa xác nhận đã qua 1 ngày",
            "document": "24-QĐ/TW",
            "clause": "điểm 4.3.1",
            "confirmed": False,
        }
    ]


def test_the_clocks_of_a_probationary_member_run_beside_each_other(cast):
    walked(cast, Stage.ADMITTED, SITUATION_7)
    Parameter.objects.update(confirmed_by=cast.officer, confirmed_on=TODAY)
    assert brief("B", "20/8/2024") == [("probation", "2024-08-31", "soon"), ("review", "2024-10-15", "waiting")]
    assert brief("B", "16/10/2024") == [("review", "2024-10-15", "late")]


def test_units_and_stages_are_those_of_the_day(cast):
    walked(cast, Stage.DECIDED, SITUATION_1, received_on=date(2022, 1, 17))
    assert brief("B.1", "05/01/2022") == [("decision", "2022-04-06", "waiting")]
    assert brief("B.1", "17/01/2022") == [("ceremony", "2022-03-07", "waiting")]
    assert brief("F", "17/01/2022") == []
    people.place_under(cast.cell, cast.foreign_bloc, date(2022, 1, 15))
    assert (brief("B", "17/01/2022"), len(brief("F", "17/01/2022"))) == ([], 1)


def test_a_certificate_that_runs_out_and_a_term_sort_by_their_day(cast):
    people.dossier(cast, Stage.PREPARING)
    people.dossier(cast, Stage.PROPOSED, full_name="Lê Văn Bình")
    assert [row["clock"] for row in rows("B", "31/5/2021")] == ["decision", "certificate"]


def test_an_extension_counts_as_the_later_day(cast):
    walked(cast, Stage.PROPOSED, SITUATION_1)
    rule = Parameter.objects.filter(code="extension_days", regime__code="QD24").get()
    said = {"extended_to": date(2022, 5, 23), "extension_reason": "xác minh", "extension_rule": rule}
    StageEntry.objects.filter(stage=Stage.PROPOSED).update(**said)
    found = rows("B", "07/4/2022")[0]
    assert (found["due_on"], found["extended_to"], found["state"]) == ("2022-04-06", "2022-05-23", "waiting")
    assert found["words"] == "Trong hạn. Đã kéo dài từ 06/4/2022 đến 23/5/2022: xác minh"


def test_without_json_a_line_for_each_clock(cast):
    made = walked(cast, Stage.PROPOSED, SITUATION_1)
    assert due("B", "05/01/2022").splitlines() == [
        f"06/4/2022  {made.code}  B.1.Một  Cấp ủy quyết định kết nạp: Trong hạn (điểm 4.3.1, 24-QĐ/TW (chưa xác nhận))",
        "1 thời hạn đang tính.",
    ]


@pytest.mark.parametrize(
    ("unit", "on", "sentence"),
    [
        ("KHONG", "2022-01-05", "Không có tổ chức nào mang mã “KHONG”; hãy xem mã ở trang của tổ chức."),
        (
            "B",
            "31/02/2022",
            "“31/02/2022” không phải là một ngày có trong lịch; hãy ghi như 31/5/2021 hoặc 2021-05-31.",
        ),
    ],
)
def test_an_unknown_unit_or_day_is_told(cast, unit, on, sentence):
    with pytest.raises(CommandError) as refusal:
        due(unit, on)
    assert str(refusal.value) == sentence


def test_six_dossiers_cost_as_many_queries_as_three(cast):
    def cost() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert rows("B", "31/5/2021")
        return len(caught)

    stages = (Stage.PREPARING, Stage.PROPOSED, Stage.ADMITTED)
    for name, stage in zip(("Lê Văn Bình", "Lê Văn Chi", "Lê Văn Dân"), stages, strict=True):
        people.dossier(cast, stage, full_name=name)
    Parameter.objects.update(void=True)
    once = cost()
    for name, stage in zip(("Lê Văn Yên", "Lê Văn An", "Lê Văn Ban"), stages, strict=True):
        people.dossier(cast, stage, full_name=name, where=cast.single_cell)
    assert cost() == once <= 5
