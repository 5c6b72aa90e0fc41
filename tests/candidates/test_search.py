"""Finding people by name or code: marks may be left out; with marks the exact ones come first."""

import unicodedata

import pytest

from candidates import search
from candidates.models import Person, StageEntry
from organizations.formats import name_key, plain
from tests import people
from tests.people import TODAY

NAMES = ("Đào Văn Hoà", "Dao Van Hoa", "Đỗ Thị Ánh", "Nguyễn Thị Anh")


@pytest.fixture
def crowd(cast) -> people.Cast:
    for name in NAMES:
        people.dossier(cast, full_name=name)
    return cast


def found(words: str) -> list[str]:
    entries = search.matching(StageEntry.objects.standing(TODAY), words).order_by("rank", "dossier__person__name_key")
    return [entry.dossier.person.full_name for entry in entries.select_related("dossier__person")]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("dao", ["Dao Van Hoa", "Đào Văn Hoà"], id="without marks all that sound alike"),
        pytest.param("đào", ["Đào Văn Hoà", "Dao Van Hoa"], id="with marks the exact one first"),
        pytest.param("ĐÀO", ["Đào Văn Hoà", "Dao Van Hoa"], id="capitals with marks too"),
        pytest.param("anh", ["Nguyễn Thị Anh", "Đỗ Thị Ánh"], id="level tone first when typed so"),
        pytest.param("ánh", ["Đỗ Thị Ánh", "Nguyễn Thị Anh"], id="sắc first when typed so"),
        pytest.param("thi a", ["Nguyễn Thị Anh", "Đỗ Thị Ánh"], id="over the word's end"),
        pytest.param("  van   hoa ", ["Dao Van Hoa", "Đào Văn Hoà"], id="spaces do not matter"),
        pytest.param(unicodedata.normalize("NFD", "Đỗ"), ["Đỗ Thị Ánh"], id="letters typed in parts"),
        pytest.param("%", [], id="a percent sign is no wild card"),
        pytest.param("_", [], id="neither is an underscore"),
        pytest.param("Trần", [], id="nobody"),
    ],
)
def test_names_are_found_with_and_without_marks(crowd, words, names):
    assert found(words) == names


@pytest.mark.parametrize("change", [str, str.lower])
def test_a_dossier_is_found_by_its_code(crowd, change):
    entry = StageEntry.objects.select_related("dossier__person").get(dossier__person__full_name="Đỗ Thị Ánh")
    assert found(change(entry.dossier.code)) == ["Đỗ Thị Ánh"]


@pytest.mark.parametrize(
    "name", ["Đỗ Thị Đào", "NGUYỄN VĂN ƠN", "Lê Ưng", "Quỳnh Ẩn", "H'Mơ Êban", "Y Bliŏ Niê", "Ỷ Ỹ Ỵ"]
)
def test_the_database_computes_the_same_key_as_the_product(db, name):
    made = Person.objects.create(full_name=name, name_key=name_key(name), birth_year=1990)
    made.refresh_from_db()
    assert made.search_key == plain(name)
