"""The audit: who changed what when and why, in words, newest first, only within reach; and readings that leave a trace."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from candidates.enums import Answer, ReturnReason, Stage
from candidates.models import Dossier, Person, Rating
from candidates.models.candidate import SENSITIVE
from organizations import access, audit, audit_words, clock
from organizations.acting import acting, record_reading
from organizations.audit import After, Asked
from organizations.enums import Deed, Role
from organizations.models import Oversight, Post, User
from tests import pages, people

ANSWERED = date(2021, 3, 15)
PAGE, READINGS = "/nhat-ky/", "/nhat-ky/luot-doc/"
TRACKED = [model for model in apps.get_models() if hasattr(model, "pgh_event_model")]


@pytest.fixture
def browser(cast) -> Client:
    return people.signed_in(cast.auditor)


def own(who: User) -> access.Reach:
    return access.reach(who, clock.real_today())


def words(browser: Client, address: str = PAGE, **asked: str) -> str:
    return pages.read(browser.get(address, asked)).words


def add(cast: people.Cast, where: str = "cell", **facts: object):
    return people.dossier(cast, where=getattr(cast, where), **facts)


def edit(person: Person, by: User, reason: str = "", **values: object) -> None:
    with acting(by, Deed.EDIT_CANDIDATE, reason):
        Person.objects.filter(pk=person.pk).update(**values)


@pytest.mark.parametrize("model", TRACKED, ids=lambda model: model._meta.label)
def test_every_kind_that_is_recorded_says_where_it_belongs(model):
    assert model._meta.label_lower in audit.traced()


@pytest.mark.parametrize("model", TRACKED, ids=lambda model: model._meta.label)
def test_every_column_has_a_word_of_the_field(model):
    fields = audit_words.shown_fields(model)
    assert [field.name for field in fields if audit_words.word(field) == field.name.replace("_", " ")] == []


def test_a_change_is_told_with_who_why_and_what(browser, cast):
    made = add(cast)
    edit(made.person, cast.officer, "theo giấy khai sinh", full_name="Nguyễn Văn Ân", sex="male")
    read = words(browser)
    assert "Lê Văn Cán · Sửa thông tin người vào Đảng (theo giấy khai sinh)" in read
    assert "Sửa người vào Đảng Nguyễn Văn Ân" in read
    assert "họ và tên: Nguyễn Văn An → Nguyễn Văn Ân" in read
    assert "giới tính: để trống → Nam" in read


def test_what_is_new_is_told_with_its_columns(browser, cast):
    made = add(cast)
    read = words(browser)
    assert f"Thêm hồ sơ {made.code} · Nguyễn Văn An" in read
    assert "chi bộ: Chi bộ Một" in read
    assert "Đỗ Thị Thư · Thêm người vào nguồn" in read


def test_sensitive_columns_are_only_said_to_have_changed(browser, cast):
    made = add(cast, ethnic_group="Chăm", religion="Bà-ni")
    edit(made.person, cast.officer, religion="Công giáo", version=2)
    answer = browser.get(PAGE).content.decode()
    assert audit_words.UNSAID in answer
    assert [value for value in ("Chăm", "Bà-ni", "Công giáo") if value in answer] == []
    assert [name for model in TRACKED for name in audit.columns(model.pgh_event_model) if name in SENSITIVE] == []


def test_passwords_are_not_among_what_is_shown(browser, cast):
    with acting(cast.administrator, Deed.MANAGE_ACCOUNTS):
        cast.secretary.set_password("mật khẩu mới tinh")
        cast.secretary.password_is_temporary = True
        cast.secretary.save()
    answer = browser.get(PAGE).content.decode()
    assert "phải đổi mật khẩu: không → có" in answer
    assert cast.secretary.password not in answer


def test_changes_elsewhere_are_not_seen(browser, cast):
    add(cast, "foreign_cell", full_name="Hoàng Thị Xa")
    with acting(None, Deed.MANAGE_ACCOUNTS):
        Post.objects.filter(user=cast.stranger).update(role=Role.ENTRY_CLERK)
        User.objects.filter(pk=cast.stranger.pk).update(full_name="Ngô Văn Đổi Tên")
        Oversight.objects.filter(organisation=cast.foreign_association).update(valid_until=people.TODAY)
    foreign = people.person("kiemtrakhac", "Vi Thị Khác", Role.AUDITOR, cast.foreign_bloc)
    there = words(people.signed_in(foreign))
    here = words(browser)
    secret = ("Hoàng Thị Xa", "Ngô Văn Đổi Tên", "H.2")
    assert [name in there for name in secret] == [True] * 3
    assert [name in here for name in secret] == [False] * 3


def test_an_auditor_of_a_unit_sees_no_change_above_or_beside_it(cast):
    add(cast, "single_cell", full_name="Hoàng Thị Bên")
    add(cast, "cell", full_name="Hoàng Thị Trong")
    auditor = people.person("kiemtra.so", "Vi Thị Sở", Role.AUDITOR, cast.office)
    read = words(people.signed_in(auditor))
    assert ("Hoàng Thị Trong" in read, "Hoàng Thị Bên" in read) == (True, False)


def test_a_dossier_that_moved_takes_its_trace_along(cast):
    made = add(cast, "cell", full_name="Hoàng Thị Chuyển")
    of_office = people.signed_in(people.person("kiemtra.so", "Vi Thị Sở", Role.AUDITOR, cast.office))
    assert "Hoàng Thị Chuyển" in words(of_office)
    with acting(cast.officer, Deed.EDIT_CANDIDATE):
        type(made).objects.filter(pk=made.pk).update(unit=cast.single_cell)
    assert "Hoàng Thị Chuyển" not in words(of_office)


def foreign_auditor(cast: people.Cast) -> Client:
    return people.signed_in(people.person("kiemtrakhac", "Vi Thị Khác", Role.AUDITOR, cast.foreign_bloc))


def nominated_elsewhere(cast: people.Cast, **said: object):
    """A nomination by an organisation that the bloc follows to a cell of the foreign bloc."""
    province = people.unit("T", "Tỉnh", "province")
    for bloc in (cast.bloc, cast.foreign_bloc):
        people.place_under(bloc, province, date(2016, 1, 1))
    return people.nomination(cast, cell=cast.foreign_cell, **said)


def test_whoever_follows_the_organisation_reads_no_reason_of_a_foreign_cell(browser, cast):
    made = nominated_elsewhere(cast, full_name="Lê Thị Giới")
    people.send_back(made, ANSWERED, ReturnReason.WISH, "ghi chú riêng của chi bộ")
    there, here = words(foreign_auditor(cast)), words(browser)
    secret = (ReturnReason.WISH.label, "ghi chú riêng của chi bộ", "lý do trả lại", "ghi chú:")
    assert [word in there for word in secret] == [True] * 4
    assert [word in here for word in secret] == [False] * 4
    assert "Lê Thị Giới" in here
    assert f"trả lời: {Answer.WAITING.label} → {Answer.RETURNED.label}" in here


def test_why_a_foreign_cell_took_its_answer_back_is_for_its_own_auditor(browser, cast):
    made = nominated_elsewhere(cast)
    people.send_back(made, ANSWERED)
    secretary = people.signed_in(cast.stranger)
    done = pages.send(secretary, f"/ho-so/gioi-thieu/{made.pk}/dinh-chinh/", reason="chi bộ ghi nhầm người")
    assert done.status_code == 302
    told = [words(one) for one in (foreign_auditor(cast), browser)]
    assert ["chi bộ ghi nhầm người" in each for each in told] == [True, False]
    assert [f"trả lời: {Answer.RETURNED.label} → {Answer.WAITING.label}" in each for each in told] == [True, True]


def test_a_dossier_opened_by_a_foreign_cell_is_not_pointed_at(browser, cast):
    people.accept(nominated_elsewhere(cast), ANSWERED)
    assert ["hồ sơ: để trống → số" in words(one) for one in (foreign_auditor(cast), browser)] == [True, False]


def test_a_cell_to_which_somebody_was_once_nominated_reads_nothing_of_their_dossier_elsewhere(cast):
    made = people.nomination(cast, full_name="Lê Thị Giới")
    of_office = people.signed_in(people.person("kiemtra.so", "Vi Thị Sở", Role.AUDITOR, cast.office))
    people.send_back(made, ANSWERED)
    with acting(cast.officer, Deed.ADD_CANDIDATE):
        Dossier.objects.create(person=made.person, unit=cast.single_cell)
    Rating.objects.create(person=made.person, year=2018, rater="agency", grade=3, issuer="Nơi xếp loại kín")
    edit(made.person, cast.officer, birth_date=date(1992, 7, 9), version=2)
    here, above = words(of_office), words(people.signed_in(cast.auditor))
    kept = ("Nơi xếp loại kín", "tư cách hội viên", "ngày sinh: để trống → 09/7/1992", "Thêm người vào Đảng")
    assert [word in above for word in kept] == [True] * 4
    assert [word in here for word in kept] == [False] * 4
    assert "giới thiệu nguồn Lê Thị Giới" in here


def test_before_there_is_a_dossier_the_cell_reads_what_changes_of_whom_it_was_told(cast):
    people.nomination(cast, full_name="Lê Thị Giới")
    of_office = people.signed_in(people.person("kiemtra.so", "Vi Thị Sở", Role.AUDITOR, cast.office))
    assert "Thêm người vào Đảng Lê Thị Giới" in words(of_office)
    assert "Lê Thị Giới" not in words(foreign_auditor(cast))


def test_one_asks_for_a_person_or_a_day(browser, cast):
    edit(add(cast).person, cast.officer, full_name="Tên Do Cán Sửa")
    edit(add(cast).person, cast.secretary, full_name="Tên Do Thư Sửa")
    today = clock.real_today()
    of_officer = words(browser, nguoi="can")
    assert ("Tên Do Cán Sửa" in of_officer, "Tên Do Thư Sửa" in of_officer) == (True, False)
    days = [today, today - timedelta(days=1)]
    assert ["Tên Do Thư Sửa" in words(browser, ngay=day.isoformat()) for day in days] == [True, False]
    assert "Không có thay đổi nào khớp" in words(browser, ngay=days[1].isoformat())


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"nguoi": "khach"}, "Người này không thuộc phạm vi của đồng chí"),
        ({"nguoi": "\x00"}, "ký tự không hợp lệ"),
        ({"ngay": "31/2/2021"}, "không phải là một ngày có trong lịch"),
        ({"la": "1"}, "Không có bộ lọc “la”"),
        ({"sau": "bừa"}, "Địa chỉ trang không đúng"),
        ({"sau": "2021-05-31T00:00:00~1~2"}, "Địa chỉ trang không đúng"),
    ],
)
@pytest.mark.parametrize("address", [PAGE, READINGS])
def test_what_cannot_be_asked_is_refused(address, asked, sentence, browser):
    answer = browser.get(address, asked)
    assert (answer.status_code, sentence in pages.read(answer).words) == (400, True)


def test_pages_follow_one_another_without_a_gap_or_a_repeat(browser, cast, monkeypatch):
    people.dossier(cast, Stage.PROPOSED)
    people.dossier(cast, Stage.TRAINED, full_name="Lê Văn Hai")
    monkeypatch.setattr(audit, "PAGE_SIZE", 1000)
    every = [(row["event_kind"], row["event_number"]) for row in audit.changes(own(cast.auditor), Asked())]
    assert 40 < len(every) < 1000
    monkeypatch.setattr(audit, "PAGE_SIZE", 29)
    read, address = [], PAGE
    while address:
        answer = browser.get(address)
        rows = audit.changes(own(cast.auditor), Asked(after=_after(address)))[:29]
        read += [(row["event_kind"], row["event_number"]) for row in rows]
        address = PAGE + answer.context["older"] if answer.context["older"] else ""
    assert read == every


def _after(address: str) -> After | None:
    query = dict(part.split("=") for part in address.partition("?")[2].split("&") if part)
    text = query.get("sau", "").replace("%3A", ":").replace("%2B", "+").replace("%7E", "~")
    return After.read(text) if text else None


def test_what_one_act_did_stands_together(browser, cast):
    add(cast)
    (act,) = [act for act in browser.get(PAGE).context["acts"] if act.deed == "Thêm người vào nguồn"]
    assert {change.kind for change in act.changes} == {"người vào Đảng", "hồ sơ", "bước"}


def test_a_reading_is_told_with_who_what_and_how_many(browser, cast):
    record_reading(cast.officer, Deed.PRINT_NAMES, "Danh sách kèm báo cáo", 45)
    assert "Lê Văn Cán" in words(browser, READINGS)
    assert "In danh sách tên kèm báo cáo Danh sách kèm báo cáo 45" in words(browser, READINGS)


def test_readings_elsewhere_are_not_seen(browser, cast):
    record_reading(cast.stranger, Deed.SEE_SENSITIVE, "Danh sách nơi khác", 3)
    foreign = people.person("kiemtrakhac", "Vi Thị Khác", Role.AUDITOR, cast.foreign_bloc)
    read = [words(one, READINGS) for one in (people.signed_in(foreign), browser)]
    assert ["Danh sách nơi khác" in each for each in read] == [True, False]


def test_readings_are_asked_for_by_person_and_day(browser, cast):
    record_reading(cast.officer, Deed.PRINT_NAMES, "Danh sách một", 1)
    record_reading(cast.leader, Deed.PRINT_NAMES, "Danh sách hai", 1)
    yesterday = (clock.real_today() - timedelta(days=1)).isoformat()
    found = [words(browser, READINGS, **asked) for asked in ({"nguoi": "can"}, {"ngay": yesterday})]
    assert [("Danh sách một" in each, "Danh sách hai" in each) for each in found] == [(True, False), (False, False)]


def test_the_day_one_looks_from_hides_no_change(browser, cast):
    session = browser.session
    session[clock.SESSION_KEY] = date(2016, 1, 1).isoformat()
    session.save()
    add(cast)
    assert "Thêm người vào nguồn" in words(browser)


@pytest.mark.parametrize("address", [PAGE, READINGS, "/tai-khoan/"])
def test_the_pages_cost_few_queries_and_as_many_for_three_rows(address, cast):
    def cost() -> int:
        browser.get(address)
        with CaptureQueriesContext(connection) as caught:
            browser.get(address)
        return len(caught)

    browser = people.signed_in(cast.administrator if address == "/tai-khoan/" else cast.auditor)
    people.dossier(cast, Stage.TRAINED)
    record_reading(cast.officer, Deed.PRINT_NAMES, "Danh sách", 1)
    once = cost()
    for name in ("hai", "ba"):
        people.person(f"nguoi.{name}", f"Người {name}", Role.LEADERSHIP, cast.office)
        people.dossier(cast, Stage.TRAINED, full_name=f"Lê Văn {name.title()}")
        record_reading(cast.officer, Deed.PRINT_NAMES, f"Danh sách {name}", 1)
    assert cost() <= once <= 12
