"""Adding a person and correcting what is known of one, as the browser does it."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import Stage
from candidates.models import Dossier, Person, StageEntry
from organizations import access
from organizations.enums import Deed, Role
from organizations.formats import date_vn
from organizations.models import Reading
from tests import pages, people

NEW = "/ho-so/moi/"
ONCE = "Biểu mẫu này đã được gửi và ghi nhận một lần; không ghi thêm lần nữa."
CHANGED = (
    "Hồ sơ đã được {} thay đổi trong lúc đồng chí nhập: hiện ở bước “Nguồn”. "
    "Hãy xem lại hồ sơ; nếu vẫn cần thì gửi lại."
)
OTHER = "Đây là người khác, vẫn thêm"


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


def edit_of(made: Dossier) -> str:
    return f"/ho-so/{made.code}/sua/"


def test_name_year_and_cell_are_enough(cast, officer):
    answer = pages.send(officer, NEW, full_name=" lê  văn Tám ", birth_year="1999", unit=cast.cell.pk)
    made = Dossier.objects.get()
    assert answer.url == f"/ho-so/{made.code}/"
    assert (made.person.full_name, made.person.birth_year, made.unit) == ("lê văn Tám", 1999, cast.cell)
    entry = StageEntry.objects.get()
    assert (entry.stage, entry.on, entry.by) == (Stage.SOURCE, people.TODAY, cast.officer)
    assert "Đã thêm vào nguồn." in pages.read(officer.get(answer.url)).words


def test_the_only_cell_is_chosen_already(cast, secretary):
    assert pages.read(secretary.get(NEW)).form.fields["unit"] == str(cast.cell.pk)


def test_only_cells_of_the_reach_are_offered(cast, officer):
    offered = set(officer.get(NEW).context["form"].fields["unit"].queryset)
    assert offered == {cast.cell, cast.other_cell, cast.single_cell}


def test_everything_known_is_kept(cast, officer):
    typed = {
        "full_name": "Lê Thị Chín", "birth_year": "1995", "birth_date": "2-9-1995", "sex": "female", "unit": cast.cell.pk,
        "ethnic_group": "Tày", "religion": "Không", "occupation": "state", "schooling": "4", "qualification": "5",
        "academic_title": "associate", "youth_union": "true", "company_owner": "false", "on": "4/3/2021", "readmission": "on",
    }  # fmt: skip
    pages.send(officer, NEW, **typed)
    made = Dossier.objects.select_related("person").get()
    assert (made.person.birth_date, made.person.sex, made.person.ethnic_group) == (date(1995, 9, 2), "female", "Tày")
    assert (made.occupation, made.schooling, made.qualification) == ("state", 4, 5)
    assert (made.youth_union, made.company_owner, made.population_breach, made.readmission) == (True, False, None, True)
    assert made.entries.get().on == date(2021, 3, 4)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"full_name": ""}, "Hãy nhập họ và tên."),
        ({"full_name": "x" * 121}, "Họ và tên dài quá 120 chữ; hãy kiểm tra lại."),
        ({"full_name": "Lê Văn 8"}, "Họ và tên chỉ gồm chữ; hãy bỏ 8."),
        ({"full_name": "<Lê> Văn Tám"}, "Họ và tên chỉ gồm chữ; hãy bỏ < >."),
        ({"birth_year": ""}, "Hãy nhập năm sinh."),
        ({"birth_year": "chín mươi"}, "Năm sinh gồm bốn chữ số, ví dụ 1995."),
        ({"birth_year": "1899"}, "Năm sinh gồm bốn chữ số, từ 1900 trở đi."),
        ({"birth_year": "2022"}, "Năm sinh gồm bốn chữ số, không sau năm đang xem (2021)."),
        ({"birth_year": "2014", "birth_date": ""}, "Người sinh năm 2014 mới khoảng 7 tuổi; hãy kiểm tra lại năm sinh."),
        ({"birth_date": "31/2/1990"}, "“31/2/1990” không phải là một ngày có trong lịch."),
        ({"birth_date": "31/12/1899"}, "“31/12/1899” không phải là một ngày có trong lịch."),
        ({"birth_year": "2021", "birth_date": "1/6/2021"}, "Ngày sinh 01/6/2021 chưa đến."),
        ({"birth_date": "3/2/1991"}, "Ngày sinh thuộc năm 1991, không khớp với năm sinh 1990."),
        ({"unit": ""}, "Hãy chọn chi bộ theo dõi."),
        ({"unit": "999999"}, "Hãy chọn một chi bộ trong danh sách."),
        ({"on": ""}, "Hãy nhập ngày đưa vào nguồn."),
        ({"on": "1/6/2021"}, "Ngày đưa vào nguồn 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)."),
        ({"sex": "khac"}, "Hãy chọn một lựa chọn hợp lệ"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(typed, sentence, cast, officer):
    whole = {
        "full_name": "Lê Văn Tám",
        "birth_year": "1990",
        "unit": str(cast.cell.pk),
        "religion": "Phật giáo",
    } | typed
    page = pages.read(pages.send(officer, NEW, **whole))
    assert sentence in page.words
    kept = {name: page.form.fields.get(name, "") for name in whole if name not in ("sex", "unit")}
    assert kept == {name: value for name, value in whole.items() if name in kept}
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Lê\u200b  Văn\xa0Tám ", "Lê Văn Tám"),
        ("Le\u0302 Va\u0306n Ta\u0301m", "Lê Văn Tám"),
        ("H’Mơ Niê-Kđăm", "H’Mơ Niê-Kđăm"),
    ],
)
def test_a_name_is_kept_tidy(typed, kept, cast, officer):
    pages.send(officer, NEW, full_name=typed, birth_year="1990", unit=cast.cell.pk)
    assert Person.objects.get().full_name == kept


@pytest.mark.parametrize("typed", ["...", "-", "' '", "\u200b", "\u200b \u200d"])
def test_a_name_without_letters_is_refused(typed, cast, officer):
    pages.send(officer, NEW, full_name=typed, birth_year="1990", unit=cast.cell.pk)
    assert not Person.objects.exists()


@pytest.mark.parametrize("typed", ["Y Ku\u01b0\u0306 Niê", "H Blo\u031b\u0306 Êban"])
def test_a_name_in_the_letters_of_the_ede_is_a_name(typed, cast, officer):
    pages.send(officer, NEW, full_name=typed, birth_year="1990", unit=cast.cell.pk)
    assert Person.objects.count() == 1


def test_a_foreign_cell_is_refused(cast, officer):
    page = pages.read(pages.send(officer, NEW, full_name="A", birth_year="1990", unit=cast.foreign_cell.pk))
    assert "Hãy chọn một chi bộ trong danh sách." in page.words
    assert not Dossier.objects.exists()


def test_a_cell_that_did_not_exist_yet_is_refused(cast, officer):
    before = date(2014, 12, 31)
    page = pages.read(pages.send(officer, NEW, full_name="A", birth_year="1980", unit=cast.cell.pk, on=date_vn(before)))
    assert "Chi bộ này không tồn tại vào ngày 31/12/2014." in page.words
    assert not Person.objects.exists()


def test_the_same_form_sent_twice_adds_one_person_and_says_so(cast, officer):
    opened = pages.read(officer.get(NEW)).form
    typed = {"full_name": "Lê Văn Tám", "birth_year": "1990", "unit": cast.cell.pk}
    answers = [pages.send(officer, NEW, opened, **typed) for _ in range(2)]
    made = Dossier.objects.get()
    assert [answer.url for answer in answers] == [f"/ho-so/{made.code}/"] * 2
    assert ONCE in pages.read(officer.get(answers[1].url)).words


def test_a_namesake_of_the_same_year_is_asked_back_and_added_when_said_to_be_another(cast, officer):
    made = people.dossier(cast, full_name="Lê Văn Tám", birth_year=1990, birth_date=None)
    typed = {"full_name": "lê văn  TÁM", "birth_year": "1990", "unit": cast.other_cell.pk, "religion": "Không"}
    assert OTHER not in pages.read(officer.get(NEW)).words
    page = pages.read(pages.send(officer, NEW, **typed))
    assert page.words.count(OTHER) == 1
    assert (
        f"Đã có hồ sơ {made.code} của lê văn TÁM, sinh năm 1990, ở bước “Nguồn”. Nếu đúng là một người thì mở hồ sơ đó; "
        "nếu là người khác thì đánh dấu “Đây là người khác” rồi gửi lại."
    ) in page.words
    assert (page.form.fields["religion"], Dossier.objects.count()) == ("Không", 1)
    assert pages.send(officer, NEW, page.form, not_the_same="on").status_code == 302
    assert Dossier.objects.count() == 2


@pytest.mark.parametrize("token", ["", "khong-phai-ma"])
def test_a_form_without_its_token_adds_nobody(token, cast, officer):
    pages.send(officer, NEW, full_name="A", birth_year="1990", unit=cast.cell.pk, form_token=token)
    assert not Dossier.objects.exists()


def test_an_edit_is_written(cast, secretary):
    made = people.dossier(cast)
    answer = pages.send(secretary, edit_of(made), full_name="Nguyễn Văn Ân", qualification="6", youth_union="false")
    made = Dossier.objects.select_related("person").get()
    assert answer.url == f"/ho-so/{made.code}/"
    assert (made.person.full_name, made.qualification, made.youth_union) == ("Nguyễn Văn Ân", 6, False)
    assert "Đã lưu thông tin." in pages.read(secretary.get(answer.url)).words


def test_the_form_shows_what_is_known_and_saving_it_changes_nothing(cast, secretary):
    made = people.dossier(cast, sex="male", youth_union=True, company_owner=False, schooling=4, religion="Không")
    before = Dossier.objects.values(*_FACTS).get()
    pages.send(secretary, edit_of(made))
    assert Dossier.objects.values(*_FACTS).get() == before


def test_an_edit_over_the_change_of_another_is_told_and_keeps_what_was_typed(cast, secretary, officer):
    made = people.dossier(cast)
    opened = pages.read(secretary.get(edit_of(made))).form
    pages.send(officer, edit_of(made), full_name="Nguyễn Văn Ân")
    page = pages.read(pages.send(secretary, edit_of(made), opened, full_name="Nguyễn Văn Ấn", ethnic_group="Dao"))
    assert CHANGED.format("Lê Văn Cán") in page.words
    assert (page.form.fields["full_name"], page.form.fields["ethnic_group"]) == ("Nguyễn Văn Ấn", "Dao")
    assert Person.objects.get().full_name == "Nguyễn Văn Ân"


def test_whoever_sends_again_after_a_conflict_writes_over_the_change_of_the_other(cast, secretary, officer):
    made = people.dossier(cast)
    opened = pages.read(secretary.get(edit_of(made))).form
    pages.send(officer, edit_of(made), full_name="Nguyễn Văn Ân")
    again = pages.read(pages.send(secretary, edit_of(made), opened, full_name="Nguyễn Văn Ấn")).form
    assert (opened.fields["version"], again.fields["version"]) == ("1", "2")
    assert pages.send(secretary, edit_of(made), again).status_code == 302
    assert Person.objects.get().full_name == "Nguyễn Văn Ấn"


@pytest.mark.parametrize("version", ["", "0", "99", "99999999999999999999"])
def test_an_edit_with_a_made_up_version_is_refused(version, cast, secretary):
    made = people.dossier(cast)
    page = pages.read(pages.send(secretary, edit_of(made), full_name="Khác", version=version))
    assert CHANGED.format("Đỗ Thị Thư") in page.words
    assert Person.objects.get().full_name == "Nguyễn Văn An"


def test_the_same_edit_sent_twice_is_written_once_and_says_so(cast, secretary):
    made = people.dossier(cast)
    opened = pages.read(secretary.get(edit_of(made))).form
    answers = [pages.send(secretary, edit_of(made), opened, full_name="Nguyễn Văn Ân") for _ in range(2)]
    assert ONCE in pages.read(secretary.get(answers[1].url)).words
    assert Dossier.objects.get().version == made.version + 1


def test_whoever_may_read_sensitive_facts_leaves_a_trace(cast, secretary):
    made = people.dossier(cast, ethnic_group="Sán Dìu", religion="Công giáo")
    page = pages.read(secretary.get(edit_of(made)))
    assert (page.form.fields["ethnic_group"], page.form.fields["religion"]) == ("Sán Dìu", "Công giáo")
    left = Reading.objects.values_list("user", "deed", "subject", "people")
    assert list(left) == [(cast.secretary.pk, Deed.SEE_SENSITIVE, f"Hồ sơ {made.code}", 1)]


def test_sensitive_facts_stay_hidden_and_unchanged_without_the_deed(cast, secretary, monkeypatch):
    made = people.dossier(cast, ethnic_group="Sán Dìu", religion="Công giáo")
    monkeypatch.setitem(access.DEEDS, Role.CELL_SECRETARY, access.DEEDS[Role.CELL_SECRETARY] - {Deed.SEE_SENSITIVE})
    opened = secretary.get(edit_of(made))
    assert {"ethnic_group", "religion"} & set(pages.read(opened).form.fields) == set()
    assert not [word for word in ("Sán Dìu", "Công giáo") if word in opened.content.decode()]
    pages.send(secretary, edit_of(made), full_name="Nguyễn Văn Ân", ethnic_group="Kinh", religion="")
    known = Person.objects.values_list("full_name", "ethnic_group", "religion").get()
    assert known == ("Nguyễn Văn Ân", "Sán Dìu", "Công giáo")
    assert not Reading.objects.exists()


@pytest.mark.parametrize("address", ["/ho-so/", "/ho-so/{code}/"])
@pytest.mark.parametrize("who", ["secretary", "officer", "leader"])
def test_the_pages_that_all_may_open_show_no_sensitive_fact(address, who, cast):
    made = people.dossier(cast, ethnic_group="Sán Dìu", religion="Công giáo")
    shown = people.signed_in(getattr(cast, who)).get(address.format(code=made.code)).content.decode()
    assert "Nguyễn Văn An" in shown
    assert not [word for word in ("Sán Dìu", "Công giáo") if word in shown]


_FACTS = [
    "person__full_name", "person__birth_date", "person__sex", "person__religion", "youth_union", "company_owner",
    "population_breach", "foreign_spouse", "readmission", "occupation", "schooling", "qualification", "academic_title",
]  # fmt: skip
