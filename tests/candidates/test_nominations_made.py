"""An organisation nominates somebody to a cell, as the browser does it."""

from datetime import date

import pytest
from django.test import Client

from candidates import actions
from candidates.enums import Answer, Standing
from candidates.models import Dossier, Membership, Nomination, Person
from organizations.access import reach
from organizations.acting import acting
from organizations.enums import Deed, UnitKind
from organizations.errors import NotAllowed
from organizations.formats import date_vn
from organizations.models import Oversight
from tests import pages, people
from tests.people import NOMINATED, TODAY

NEW = "/ho-so/gioi-thieu/moi/"
LIST = "/ho-so/gioi-thieu/"
AGAIN, OTHER = "Chính là người đã giới thiệu, nay giới thiệu lại", "Là người khác, chỉ trùng tên và năm sinh"
TYPED = {"full_name": "Lê Thị Bông", "birth_year": "1992", "cell": "B.1.Một", "on": "1/3/2021"}


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.mass_officer)


def test_name_year_and_cell_are_enough(cast, officer):
    answer = pages.send(officer, NEW, full_name=" lê  thị Bông ", birth_year="1992", cell="Chi bộ Một")
    made = Nomination.objects.select_related("person").get()
    assert answer.url == LIST
    assert (made.person.full_name, made.person.birth_year, made.organisation, made.cell) == (
        "lê thị Bông",
        1992,
        cast.association,
        cast.cell,
    )
    assert (made.nominated_on, made.by, made.answer, made.answer_by) == (TODAY, cast.mass_officer, Answer.WAITING, None)
    assert not Dossier.objects.exists()
    assert Membership.objects.values_list("organisation", "valid_from").get() == (cast.association.pk, TODAY)
    assert "Đã ghi giới thiệu." in pages.read(officer.get(LIST)).words


def test_everything_known_is_kept(cast, officer):
    more = {
        "organisation": cast.branch.pk, "birth_date": "2/9/1992", "sex": "female", "member_since": "1/5/2018",
        "found_at": "Phong trào thi đua", "number": "12-CV/H", "answer_by": "30/4/2021",
    }  # fmt: skip
    pages.send(officer, NEW, **TYPED | more)
    made = Nomination.objects.select_related("person").get()
    assert (made.organisation, made.found_at, made.number, made.answer_by) == (
        cast.branch,
        "Phong trào thi đua",
        "12-CV/H",
        date(2021, 4, 30),
    )
    assert (made.person.birth_date, made.person.sex) == (date(1992, 9, 2), "female")
    belongs = Membership.objects.get()
    assert (belongs.person, belongs.organisation, belongs.valid_from, belongs.valid_until, belongs.standing) == (
        made.person,
        cast.branch,
        date(2018, 5, 1),
        None,
        Standing.MEMBER,
    )


@pytest.mark.parametrize(
    "typed",
    [
        "Chi bộ Một",
        "chi bo mot",
        "một",
        "  MỘT ",
        "B.1.Một",
        "b.1.một",
        "Chi bộ Một – Đảng bộ Sở Một (B.1.Một)",
        "gõ nhầm (B.1.Một)",
    ],
)
def test_a_cell_is_found_by_its_name_part_of_it_or_its_code(typed, cast, officer):
    pages.send(officer, NEW, **TYPED | {"cell": typed})
    assert Nomination.objects.get().cell == cast.cell


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "chi bộ",
            "Có nhiều chi bộ khớp với “chi bộ”: Chi bộ Hai – Đảng bộ Sở Một (B.1.Hai); Chi bộ Một – Đảng bộ Sở Một",
        ),
        ("Chi bộ Mười", "Không có chi bộ nào mang tên hoặc mã “Chi bộ Mười”."),
        ("Chi bộ khác", "Không có chi bộ nào mang tên hoặc mã “Chi bộ khác”."),
        ("F.1", "Không có chi bộ nào mang tên hoặc mã “F.1”."),
        ("Đảng bộ Sở Một (B.1)", "Không có chi bộ nào mang tên hoặc mã “Đảng bộ Sở Một (B.1)”."),
        ("", "Hãy nhập chi bộ nhận giới thiệu."),
    ],
)
def test_a_cell_that_is_not_one_is_told_and_stays_typed(typed, sentence, cast, officer):
    page = pages.read(pages.send(officer, NEW, **TYPED | {"cell": typed}))
    assert sentence in page.words
    assert (page.form.fields.get("cell", ""), Person.objects.exists()) == (typed, False)


def test_the_cells_that_fit_are_offered_by_the_browser(cast, officer):
    assert _offered(officer.get(NEW)) == {"B.1.Hai", "B.1.Một", "B.2"}
    assert _offered(pages.send(officer, NEW, **TYPED | {"cell": "sở một"})) == {"B.1.Hai", "B.1.Một"}


def _offered(answer) -> set[str]:
    values = [attrs["value"] for tag, attrs in pages.read(answer).tags if tag == "option" and "(" in attrs["value"]]
    return {value.rpartition("(")[2].rstrip(")") for value in values}


def test_every_cell_of_the_province_may_be_chosen_not_only_those_of_the_follower(cast, officer):
    province = people.unit("T", "Tỉnh", UnitKind.PROVINCE)
    people.place_under(cast.bloc, province, date(2016, 1, 1))
    people.place_under(cast.foreign_bloc, province, date(2016, 1, 1))
    pages.send(officer, NEW, **TYPED | {"cell": "Chi bộ khác"})
    assert Nomination.objects.get().cell == cast.foreign_cell


def test_where_nobody_follows_the_organisation_no_cell_is_offered(cast, officer):
    Oversight.objects.update(valid_until=date(2020, 1, 1))
    assert _offered(officer.get(NEW)) == set()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"full_name": ""}, "Hãy nhập họ và tên."),
        ({"full_name": "Lê Văn 8"}, "Họ và tên chỉ gồm chữ; hãy bỏ 8."),
        ({"birth_year": "1899"}, "Năm sinh gồm bốn chữ số, từ 1900 trở đi."),
        ({"birth_date": "3/2/1991"}, "Ngày sinh thuộc năm 1991, không khớp với năm sinh 1992."),
        ({"organisation": ""}, "Hãy chọn tổ chức giới thiệu."),
        ({"organisation": "999999"}, "Hãy chọn một tổ chức trong danh sách."),
        ({"on": ""}, "Hãy nhập ngày giới thiệu."),
        ({"on": "1/6/2021"}, "Ngày giới thiệu 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)."),
        ({"on": "31/12/2014"}, "Hội, đoàn thể này không tồn tại vào ngày 31/12/2014."),
        ({"answer_by": "28/2/2021"}, "Ngày đề nghị trả lời 28/02/2021 trước ngày giới thiệu 01/3/2021."),
        ({"member_since": "1/6/2021"}, "Ngày vào hội, đoàn thể 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)."),
        ({"member_since": "31/12/2014"}, "Hội, đoàn thể này không tồn tại vào ngày 31/12/2014."),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(typed, sentence, cast, officer):
    whole = TYPED | {"found_at": "Phong trào", "member_since": "1/5/2018"} | typed
    page = pages.read(pages.send(officer, NEW, **whole))
    assert sentence in page.words
    kept = {name: page.form.fields.get(name, "") for name in whole if name != "organisation"}
    assert kept == {name: value for name, value in whole.items() if name in kept}
    assert (Person.objects.exists(), Nomination.objects.exists()) == (False, False)


def test_the_organisation_of_somebody_else_is_refused(cast, officer):
    page = pages.read(pages.send(officer, NEW, **TYPED, organisation=cast.youth_union.pk))
    assert "Hãy chọn một tổ chức trong danh sách." in page.words
    assert not Nomination.objects.exists()


def test_the_act_itself_refuses_whoever_does_not_speak_for_the_organisation(cast):
    letter = people.Letter(cast.youth_union, cast.cell, NOMINATED)
    own = reach(cast.mass_officer, TODAY)
    facts = {"full_name": "A", "birth_year": 1990}
    with pytest.raises(NotAllowed), acting(cast.mass_officer, Deed.NOMINATE):
        people.nominating.nominate(letter, facts, "", own=own, today=TODAY)


def test_the_same_form_sent_twice_nominates_once_and_says_so(cast, officer):
    opened = pages.read(officer.get(NEW)).form
    for _ in range(2):
        answer = pages.send(officer, NEW, opened, **TYPED)
    assert Nomination.objects.count() == 1
    assert "đã được gửi và ghi nhận một lần" in pages.read(officer.get(answer.url)).words


def test_somebody_named_before_and_not_returned_is_asked_back_and_named_when_said_to_be_another(cast, officer):
    people.nomination(cast)
    assert AGAIN not in pages.read(officer.get(NEW)).words
    page = pages.read(pages.send(officer, NEW, **TYPED | {"full_name": "lê thị BÔNG"}))
    assert (
        "lê thị BÔNG, sinh năm 1992, đã được giới thiệu ngày 01/3/2021 và không bị trả lại. Nếu đúng là một người thì không "
        "cần giới thiệu lại; nếu là người khác thì chọn “Là người khác” rồi gửi lại."
    ) in page.words
    assert (OTHER in page.words, AGAIN in page.words) == (True, False)
    still = pages.read(pages.send(officer, NEW, page.form, whom="again"))
    assert ("không cần giới thiệu lại" in still.words, Nomination.objects.count()) == (True, 1)
    assert pages.send(officer, NEW, still.form, whom="other").status_code == 302
    assert Person.objects.count() == Nomination.objects.count() == 2


def test_somebody_returned_is_named_again_as_the_same_person(cast, officer):
    people.send_back(people.nomination(cast, member_since=date(2018, 5, 1)), NOMINATED)
    page = pages.read(pages.send(officer, NEW, **TYPED | {"on": "1/4/2021", "member_since": "1/5/2018"}))
    assert "đã được giới thiệu ngày 01/3/2021 và không còn được xem xét. Hãy chọn đây là ai rồi gửi lại." in page.words
    assert (AGAIN in page.words, OTHER in page.words) == (True, True)
    assert pages.send(officer, NEW, page.form, whom="again").status_code == 302
    assert (Person.objects.count(), Nomination.objects.count(), Membership.objects.count()) == (1, 2, 1)


def test_somebody_returned_is_not_named_again_on_the_same_day_to_the_same_cell(cast, officer):
    people.send_back(people.nomination(cast), NOMINATED)
    page = pages.read(pages.send(officer, NEW, **TYPED, whom="again"))
    assert "Người này đã được tổ chức giới thiệu cho chi bộ này trong cùng ngày." in page.words


def test_whoever_another_organisation_named_is_no_question_and_nothing_is_told_of_it(cast, officer):
    people.nomination(cast, organisation=cast.youth_union)
    assert pages.send(officer, NEW, **TYPED).status_code == 302
    assert Person.objects.count() == 2


def test_a_dossier_of_that_name_is_no_question_either_the_organisation_must_not_learn_of_it(cast, officer):
    people.dossier(cast, full_name="Lê Thị Bông", birth_year=1992, birth_date=None)
    with pytest.raises(actions.MaybeTheSame):
        actions.check_new(reach(cast.secretary, TODAY), "Lê Thị Bông", 1992)
    assert pages.send(officer, NEW, **TYPED).status_code == 302


def test_a_cell_that_did_not_exist_on_the_day_is_refused(cast, officer):
    people.unit("B.4", "Chi bộ Mới", UnitKind.GRASSROOTS_CELL, cast.bloc, since=date(2021, 5, 1))
    people.tree.rebuild()
    page = pages.read(pages.send(officer, NEW, **TYPED | {"cell": "Chi bộ Mới"}))
    assert f"Chi bộ này không tồn tại vào ngày {date_vn(NOMINATED)}." in page.words
