"""Adding somebody to the sources and correcting what is known of them."""

from contextlib import nullcontext
from datetime import date

import pytest

from candidates import actions
from candidates.enums import ExitReason, Stage
from candidates.models import Dossier, Person, StageEntry
from organizations import access
from organizations.acting import acting
from organizations.enums import Deed
from organizations.errors import Conflict, DomainError, NotAllowed, Refused
from organizations.formats import name_key
from organizations.models import Unit, User
from tests import people
from tests.people import TODAY

FACTS = {"full_name": "Nguyễn Văn An", "birth_year": 1990}


def add(by: User, unit: Unit, on: date = TODAY, **facts: object) -> Dossier:
    with acting(by, Deed.ADD_CANDIDATE):
        return actions.add_candidate(unit, FACTS | facts, on=on, own=access.reach(by, TODAY), today=TODAY)


def edit(by: User, made: Dossier, version: int, **facts: object) -> None:
    with acting(by, Deed.EDIT_CANDIDATE):
        actions.edit_candidate(made, FACTS | facts, own=access.reach(by, TODAY), version=version)


def refusal(kind: type[DomainError], work, *args: object, **said: object) -> str:
    with pytest.raises(kind) as refused:
        work(*args, **said)
    return str(refused.value)


def test_a_new_person_begins_at_the_sources_of_the_cell(cast):
    made = add(cast.secretary, cast.cell, on=date(2021, 3, 3), youth_union=True, occupation="farmer")
    made.refresh_from_db()
    assert (made.stage, made.unit, made.youth_union, made.occupation) == (Stage.SOURCE, cast.cell, True, "farmer")
    entry = made.entries.get()
    assert (entry.stage, entry.on, entry.until, entry.unit, entry.by, entry.position) == (
        Stage.SOURCE, date(2021, 3, 3), None, cast.cell, cast.secretary, 1,
    )  # fmt: skip


def test_an_unknown_fact_stays_unknown(cast):
    made = add(cast.secretary, cast.cell)
    assert (made.youth_union, made.company_owner, made.foreign_spouse, made.schooling) == (None, None, None, None)


def test_a_code_is_given_by_the_database(cast):
    made = add(cast.secretary, cast.cell)
    made.refresh_from_db()
    assert made.code == f"HS{made.pk:07d}"


@pytest.mark.parametrize("where", ["office", "bloc"])
def test_only_cells_follow_people(cast, where):
    unit = getattr(cast, where)
    name = unit.versions.get().name
    sentence = refusal(Refused, add, cast.officer, unit)
    assert sentence == f"“{name}” không phải là chi bộ; người trong nguồn do chi bộ theo dõi."
    assert Person.objects.count() == 0


def test_a_grassroots_cell_is_a_cell(cast):
    assert add(cast.officer, cast.single_cell).unit == cast.single_cell


def test_a_cell_follows_nobody_before_it_existed(cast):
    sentence = refusal(Refused, add, cast.secretary, cast.cell, on=date(2014, 12, 31))
    assert sentence == "Chi bộ này không tồn tại vào ngày 31/12/2014."


def test_nobody_is_added_on_a_day_to_come(cast):
    sentence = refusal(Refused, add, cast.secretary, cast.cell, on=date(2021, 6, 1))
    assert sentence == "Ngày đưa vào nguồn 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)."
    assert StageEntry.objects.count() == 0


@pytest.mark.parametrize("who", ["leader", "stranger", "nobody"])
def test_adding_and_correcting_are_for_those_whose_deed_it_is(cast, who):
    made, by = people.dossier(cast), getattr(cast, who)
    assert "“Thêm người vào nguồn”" in refusal(NotAllowed, add, by, cast.cell)
    assert "“Sửa thông tin người vào Đảng”" in refusal(NotAllowed, edit, by, made, made.version)
    assert Person.objects.get().version == 1


def test_a_name_is_stored_tidy_with_its_sort_key(cast):
    person = add(cast.secretary, cast.cell, full_name="  Đỗ   Thị Ánh ").person
    assert (person.full_name, person.name_key) == ("Đỗ Thị Ánh", name_key("Đỗ Thị Ánh"))


def test_lists_follow_the_vietnamese_order_of_names(cast):
    names = ["Trần Văn An", "Lê Thị Ánh", "Đỗ Văn Ân", "Bùi Thị Bình", "Lê Văn Đạt", "Lê Văn Ưng"]
    for name in reversed(names):
        add(cast.secretary, cast.cell, full_name=name)
    assert [made.person.full_name for made in Dossier.objects.by_name()] == names


def test_a_correction_writes_person_and_dossier_and_counts_as_a_version(cast):
    made = people.dossier(cast)
    facts = {"full_name": "Nguyễn  Văn Anh", "birth_date": date(1990, 5, 6), "religion": "Không", "youth_union": False}
    edit(cast.secretary, made, made.version, **facts)
    after = Dossier.objects.select_related("person").get()
    assert (after.youth_union, after.version, after.person.version) == (False, 2, 2)
    person = after.person
    assert (person.full_name, person.name_key, person.birth_date, person.religion) == (
        "Nguyễn Văn Anh", name_key("Nguyễn Văn Anh"), date(1990, 5, 6), "Không",
    )  # fmt: skip


def test_a_fact_that_is_not_said_stays_as_it_was(cast):
    made = people.dossier(cast, sex="male", occupation="worker")
    edit(cast.secretary, made, made.version)
    after = Dossier.objects.select_related("person").get()
    assert (after.occupation, after.person.sex, after.person.birth_date) == ("worker", "male", date(1990, 4, 2))


def test_a_correction_of_what_changed_meanwhile_writes_nothing(cast):
    made = people.dossier(cast)
    edit(cast.secretary, made, made.version, full_name="Nguyễn Văn Bình")
    sentence = refusal(Conflict, edit, cast.officer, made, made.version, full_name="Nguyễn Văn Cường")
    assert sentence == (
        "Hồ sơ đã được Đỗ Thị Thư thay đổi trong lúc đồng chí nhập: hiện ở bước “Nguồn”. "
        "Hãy xem lại hồ sơ; nếu vẫn cần thì gửi lại."
    )
    assert Person.objects.get().full_name == "Nguyễn Văn Bình"


@pytest.mark.parametrize(
    ("by", "name"), [(lambda cast: cast.officer, "Lê Văn Cán"), (lambda cast: None, "hệ thống")], ids=["user", "system"]
)
def test_a_step_meanwhile_is_a_change_too(cast, by, name):
    made = people.dossier(cast)
    people.advance(made, Stage.SYMPATHISER, on=TODAY, by=by(cast))
    sentence = refusal(Conflict, edit, cast.secretary, made, 1)
    assert sentence.startswith(f"Hồ sơ đã được {name} thay đổi trong lúc đồng chí nhập: hiện ở bước “Cảm tình Đảng”.")


def test_a_conflict_carries_the_version_that_stands_now(cast):
    made = people.dossier(cast)
    edit(cast.secretary, made, made.version)
    with pytest.raises(Conflict) as refused:
        edit(cast.secretary, made, made.version)
    assert refused.value.version == 2


@pytest.mark.parametrize(
    ("typed", "year", "where", "asked"),
    [
        pytest.param("Lê Văn Tám", 1990, "cell", True, id="the same"),
        pytest.param("  lê văn   TÁM", 1990, "cell", True, id="typed otherwise"),
        pytest.param("Le\u0302 Va\u0306n Ta\u0301m", 1990, "cell", True, id="in parts"),
        pytest.param("Lê Văn Tám", 1991, "cell", False, id="another year"),
        pytest.param("Lê Văn Tâm", 1990, "cell", False, id="another mark"),
        pytest.param("Lê Văn Tám", 1990, "single_cell", True, id="in another unit of the reach"),
        pytest.param("Lê Văn Tám", 1990, "foreign_cell", False, id="beyond the reach"),
    ],
)
def test_who_may_be_followed_already_is_asked_back(cast, typed, year, where, asked):
    people.dossier(cast, full_name="Lê Văn Tám", birth_year=1990, birth_date=None, where=getattr(cast, where))
    own = access.reach(cast.officer, TODAY)
    with pytest.raises(actions.MaybeTheSame) if asked else nullcontext():
        actions.check_new(own, typed, year)


def test_whoever_left_the_list_may_enter_it_again(cast):
    made = people.dossier(cast, full_name="Lê Văn Tám", birth_year=1990, birth_date=None)
    people.advance(made, Stage.REMOVED, on=TODAY, exit_reason=ExitReason.LEFT)
    actions.check_new(access.reach(cast.officer, TODAY), "Lê Văn Tám", 1990)
