"""Parameters of a report saved under a name: repeated with the period moved on, shared, renamed, withdrawn."""

import pytest

from organizations import turns
from organizations.enums import Role
from organizations.models import Post
from reports.models import PeriodRule, SavedReport
from tests import people
from tests.issues import sent
from tests.pages import Page
from tests.people import TODAY

CATALOGUE = "/bao-cao/"
QUARTER = "?don_vi=B.1&tu_ngay=2021-01-01&den_ngay=2021-03-31&cach_tinh=now"
SAVE = f"/bao-cao/bieu-2/luu/{QUARTER}"


def words(answer) -> str:
    return " ".join(Page(answer.content.decode()).words.split())


@pytest.fixture
def officer(cast):
    return people.signed_in(cast.officer)


def kept(client, address: str = SAVE, **typed: str) -> SavedReport:
    """Save parameters by the page's own form."""
    answer = client.post(address, sent(client.get(address), **{"name": "Quý gửi Thường trực"} | typed), follow=True)
    assert answer.redirect_chain == [(CATALOGUE, 302)], words(answer)
    return SavedReport.objects.get(name=typed.get("name", "Quý gửi Thường trực"))


def test_a_report_offers_to_save_its_parameters_and_proposes_the_rule_of_its_period(cast, officer):
    page = officer.get(f"/bao-cao/bieu-2/{QUARTER}").content.decode().replace("&amp;", "&")
    assert 'href="/bao-cao/bieu-2/luu/?don_vi=B.1&tu_ngay=2021-01-01&den_ngay=2021-03-31&cach_tinh=now"' in page
    form = officer.get(SAVE).context["form"]
    assert form["rule"].value() == PeriodRule.QUARTER
    assert ("quarter", "Quý trọn gần nhất (quý I năm 2021)") in form.fields["rule"].choices


def test_the_catalogue_shows_it_first_and_one_click_asks_for_the_period_of_the_day(cast, officer):
    made = kept(officer)
    page = words(officer.get(CATALOGUE))
    assert page.index("Quý gửi Thường trực") < page.index("Báo cáo định kỳ")
    assert "Quý I năm 2021" in page
    answer = officer.get(f"/bao-cao/da-luu/{made.pk}/")
    assert answer["Location"] == "/bao-cao/bieu-2/?don_vi=B.1&den_ngay=2021-03-31&cach_tinh=now"
    assert officer.get(answer["Location"]).status_code == 200
    session = officer.session
    session["as_at"] = "2021-07-15"
    session.save()
    moved = officer.get(f"/bao-cao/da-luu/{made.pk}/")["Location"]
    assert "den_ngay=2021-06-30&tu_ngay=2021-04-01" in moved


def test_of_two_who_save_the_same_name_at_once_the_second_is_told(cast, officer, monkeypatch):
    form, real, waiting = sent(officer.get(SAVE), name="Quý gửi Thường trực"), turns.take, [SAVE]

    def take(*words: object) -> None:
        if words[0] == "saved report" and waiting:
            kept(people.signed_in(cast.officer), waiting.pop())
        real(*words)

    monkeypatch.setattr(turns, "take", take)
    assert "hãy đặt tên khác" in words(officer.post(SAVE, form))
    assert not waiting


def test_fixed_days_stay_where_they_are(cast, officer):
    made = kept(officer, rule="fixed")
    session = officer.session
    session["as_at"] = "2021-07-15"
    session.save()
    assert "den_ngay=2021-03-31" in officer.get(f"/bao-cao/da-luu/{made.pk}/")["Location"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": " "}, "Hãy đặt tên để nhận ra khi dùng lại."),
        ({"name": "quý GỬI thường trực"}, "Đồng chí đã lưu “Quý gửi Thường trực” ngày 31/5/2021; hãy đặt tên khác."),
        ({"rule": "thang"}, "“thang” không phải là lựa chọn hợp lệ"),
        ({"shared": "F"}, "Không dùng chung với tổ chức này được"),
    ],
)
def test_what_cannot_be_saved_is_told_and_what_was_typed_stays(cast, officer, typed, sentence):
    kept(officer)
    answer = officer.post(SAVE, sent(officer.get(SAVE), **{"name": "Khác", **typed}))
    assert sentence in words(answer)
    assert SavedReport.objects.count() == 1


def test_a_yearly_report_offers_no_quarters(cast, officer):
    people.target(cast.bloc)
    form = officer.get("/bao-cao/tien-do/luu/?don_vi=B&den_ngay=2021-05-31").context["form"]
    assert {value for value, _ in form.fields["rule"].choices} == {
        "year_to_date", "whole_year", "first_half", "nine_months", "fixed"
    }  # fmt: skip


def test_names_are_saved_by_their_deed_and_left_out_for_who_has_it_not(cast, officer):
    people.target(cast.bloc)
    made = kept(officer, "/bao-cao/tien-do/luu/?don_vi=B&den_ngay=2021-05-31&ten=on", shared="B")
    assert made.named
    reader = people.signed_in(people.person("phutrach2", "Mai Văn Hai", Role.MEMBER_IN_CHARGE, cast.bloc))
    assert "ten=on" in officer.get(f"/bao-cao/da-luu/{made.pk}/")["Location"]
    assert "ten=on" not in reader.get(f"/bao-cao/da-luu/{made.pk}/")["Location"]


def test_what_is_shared_is_read_by_the_people_of_that_unit_and_changed_by_its_owner_alone(cast, officer):
    made = kept(officer, shared="B")
    leader, office = people.signed_in(cast.leader), people.signed_in(cast.in_charge)
    assert "đ/c Lê Văn Cán lưu" in words(leader.get(CATALOGUE))
    works = ("", "sua/", "bo/")
    assert [leader.get(f"/bao-cao/da-luu/{made.pk}/{each}").status_code for each in works] == [302, 403, 403]
    assert [office.get(f"/bao-cao/da-luu/{made.pk}/{each}").status_code for each in works] == [404] * 3
    assert "Quý gửi" not in words(office.get(CATALOGUE))


def test_what_is_not_shared_is_known_to_its_owner_alone(cast, officer):
    made = kept(officer)
    leader = people.signed_in(cast.leader)
    assert "Quý gửi" not in words(leader.get(CATALOGUE))
    assert leader.get(f"/bao-cao/da-luu/{made.pk}/").status_code == 404


def test_the_owner_renames_shares_moves_the_rule_and_withdraws(cast, officer):
    made = kept(officer, rule="fixed")
    edit, drop = (f"/bao-cao/da-luu/{made.pk}/{work}/" for work in ("sua", "bo"))
    officer.post(edit, sent(officer.get(edit), name="Hằng tháng", rule="month", shared="B"))
    made.refresh_from_db()
    assert (made.name, made.rule, made.shared, made.first_day) == ("Hằng tháng", "month", cast.bloc, None)
    assert "fixed" not in dict(officer.get(edit).context["form"].fields["rule"].choices)
    officer.post(drop, sent(officer.get(drop)))
    assert "Hằng tháng" not in words(officer.get(CATALOGUE))
    assert officer.get(f"/bao-cao/da-luu/{made.pk}/").status_code == 404
    assert SavedReport.ever.get().void
    assert kept(officer, name="Hằng tháng").pk != made.pk


def test_who_lost_the_post_sees_nothing_of_what_was_saved(cast, officer):
    made = kept(officer)
    Post.objects.filter(user=cast.officer).update(unit=cast.foreign_bloc)
    assert officer.get(f"/bao-cao/da-luu/{made.pk}/").status_code == 404
    assert "Quý gửi" not in words(officer.get(CATALOGUE))


def test_a_term_that_is_not_told_opens_the_year_and_says_so(cast, officer):
    made = SavedReport.objects.create(
        by=cast.officer, name="Nhiệm kỳ", code="bieu-2", unit=cast.bloc, rule="term", reading="then", named=False,
        saved_on=TODAY,
    )  # fmt: skip
    answer = officer.get(f"/bao-cao/da-luu/{made.pk}/", follow=True)
    assert "Không còn nhiệm kỳ nào" in words(answer)
    assert answer.redirect_chain[0][0] == "/bao-cao/bieu-2/?don_vi=B&den_ngay=2021-05-31"
