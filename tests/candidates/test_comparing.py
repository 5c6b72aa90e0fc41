"""One dossier under several regimes side by side."""

import pytest
from django.test import Client

from candidates.enums import Stage
from candidates.models import Dossier
from tests import pages, people

THREE = "?ngay=31/5/2021&che_do=QD24&che_do=QD294&che_do=QD208"


@pytest.fixture
def made(cast) -> Dossier:
    """Somebody who went through lower secondary school and has no diploma."""
    return people.dossier(cast, Stage.PREPARING, schooling=3, diploma=False)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def address(made: Dossier, asked: str = THREE) -> str:
    return f"/ho-so/{made.code}/doi-chieu/{asked}"


def test_three_regimes_stand_side_by_side_and_differ_where_they_differ(secretary, made):
    answer = secretary.get(address(made))
    assert [regime.code for regime in answer.context["regimes"]] == ["QD24", "QD294", "QD208"]
    rows = {row.rule: row for row in answer.context["rows"]}
    assert [cell.answer for cell in rows["schooling"].cells] == ["not_met", "not_met", "met"]
    assert [cell.source.document for cell in rows["schooling"].cells] == ["24-QĐ/TW", "294-QĐ/TW", "208-QĐ/TW"]
    assert rows["schooling"].differs
    assert not rows["age"].differs
    assert answer.context["different"] == sum(row.differs for row in rows.values()) > 0
    assert "Khác nhau" in pages.read(answer).words


def test_without_a_choice_the_regime_in_force_stands_beside_the_newest_known_ones(secretary, made):
    answer = secretary.get(address(made, ""))
    assert [regime.code for regime in answer.context["regimes"]] == ["QD29", "QD294", "QD208"]
    assert answer.context["on"] == people.TODAY
    ticked = answer.context["form"]["che_do"].value()
    assert sorted(ticked) == ["QD208", "QD29", "QD294"]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("?ngay=31/2/2021", "“31/2/2021” không phải là một ngày có trong lịch."),
        ("?che_do=QD1", "Không có quy định “QD1” trong hệ thống; hãy chọn trong danh sách."),
        ("?che_do=QD29&che_do=QD24&che_do=QD294&che_do=QD208", "Chỉ đặt cạnh nhau nhiều nhất 3 quy định; hãy bỏ bớt."),
        ("?che_do=QD29", "Hãy chọn ít nhất hai quy định để đối chiếu."),
        ("?la=1", "Không có bộ lọc “la”; hãy bỏ tham số này khỏi địa chỉ."),
    ],
)
def test_what_is_asked_wrongly_is_told(secretary, made, asked, sentence):
    answer = secretary.get(address(made, asked))
    assert answer.status_code == 400
    assert sentence in pages.read(answer).words


def test_a_stranger_finds_nothing_and_the_page_takes_no_post(cast, secretary, made):
    assert people.signed_in(cast.stranger).get(address(made)).status_code == 404
    assert secretary.post(address(made)).status_code == 405
    assert people.signed_in(cast.administrator).get(address(made)).status_code == 403


def test_the_page_of_the_dossier_leads_there(secretary, made):
    assert address(made, "") in secretary.get(f"/ho-so/{made.code}/").content.decode()
