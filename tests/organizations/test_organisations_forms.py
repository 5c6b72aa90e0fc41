"""The forms that record organisations: they add, change and end, tell what is wrong, and keep what was typed."""

import pytest

from organizations.enums import OfficeBody, OfficeCell
from organizations.models import Unit
from tests import pages, people
from tests.organizations.test_organisations_kept import LIST, arrange, change, described

NEW = {
    "code": "h.9",
    "name": "  Hội   Luật gia ",
    "kind": "association",
    "level": "province",
    "parent": "",
    "since": "1/7/2020",
}


def test_the_form_adds_and_leads_to_the_page(cast):
    browser = people.signed_in(cast.officer)
    answer = pages.send(browser, f"{LIST}them/", **NEW, follower=str(cast.bloc.pk))
    assert answer.url == f"{LIST}H.9/"
    page = pages.read(browser.get(answer.url))
    assert page.heading == "Hội Luật gia"
    assert "Từ 01/7/2020Cấp ủy theo dõi Đảng bộ Khối" in page.words


def test_a_second_click_adds_once(cast):
    browser = people.signed_in(cast.officer)
    opened = pages.read(browser.get(f"{LIST}them/")).form
    typed = NEW | {"follower": str(cast.bloc.pk)}
    assert [pages.send(browser, f"{LIST}them/", opened, **typed).url for _ in range(2)] == [f"{LIST}H.9/"] * 2
    assert Unit.objects.filter(code="H.9").count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"code": "H 9"}, "Mã chỉ gồm chữ, số, dấu chấm và gạch ngang."),
        ({"code": ""}, "Hãy nhập mã."),
        ({"name": " "}, "Hãy nhập tên."),
        ({"kind": ""}, "Hãy chọn loại."),
        ({"level": ""}, "Hãy chọn cấp."),
        ({"since": "1/7/2022"}, "chưa đến"),
        ({"follower": ""}, "Hãy chọn cấp ủy theo dõi"),
        ({"follower": "foreign_bloc"}, "Hãy chọn một tổ chức trong danh sách."),
        ({"parent": "foreign_association"}, "Hãy chọn một tổ chức trong danh sách."),
    ],
)
def test_bad_input_is_told_and_stays(typed, sentence, cast):
    ids = {value: str(getattr(cast, value).pk) for value in typed.values() if value.startswith("foreign")}
    sent = NEW | {"follower": str(cast.bloc.pk)} | {name: ids.get(value, value) for name, value in typed.items()}
    answer = pages.send(people.signed_in(cast.officer), f"{LIST}them/", **sent)
    page = pages.read(answer)
    assert answer.status_code == 200
    assert sentence in page.words
    assert page.form.fields["level"] == sent["level"]
    assert page.form.fields["name"] == sent["name"]


FORMS = [
    ("sua/", {"name": "Hội Một mới", "level": "province", "since": "1/7/2020"}, "H.1/", "Hội Một mới"),
    ("theo-doi/", {"follower": "office", "since": "1/7/2020"}, "H.1/", "Cấp ủy theo dõi Đảng bộ Sở Một"),
    (
        "co-quan-thuong-truc/",
        {"arrangement": "own", "cell": "cell", "bodies": "women", "since": "1/7/2020"},
        "H.1/",
        "Chi bộ Riêng: Chi bộ Một Đoàn thể tại cơ quan Phụ nữ Từ ngày 01/7/2020",
    ),
]


@pytest.mark.parametrize(("end_", "typed", "goes_to", "words"), FORMS, ids=[form[0] for form in FORMS])
def test_each_form_records_and_the_page_shows(end_, typed, goes_to, words, cast):
    browser = people.signed_in(cast.officer)
    typed = {name: str(getattr(cast, value).pk) if hasattr(cast, value) else value for name, value in typed.items()}
    assert pages.send(browser, f"{LIST}H.1/{end_}", **typed).url == f"{LIST}{goes_to}"
    assert words in pages.read(browser.get(f"{LIST}H.1/")).words


def test_the_form_of_an_end_leads_back_to_the_list(cast):
    browser = people.signed_in(cast.officer)
    assert pages.send(browser, f"{LIST}D.1/ket-thuc/", on="1/7/2020").url == LIST
    assert "Đoàn Thanh niên Khối" not in pages.read(browser.get(LIST)).words


def test_a_form_opened_before_somebody_elses_change_is_told_and_may_be_sent_again(cast):
    browser = people.signed_in(cast.officer)
    address = f"{LIST}H.1/sua/"
    opened = pages.read(browser.get(address)).form
    change(cast, described())
    typed = {"name": "Tên khác", "level": "province", "since": "1/2/2021"}
    page = pages.read(pages.send(browser, address, opened, **typed))
    assert "trong lúc đồng chí nhập" in page.words
    assert page.form.fields["name"] == "Tên khác"
    assert pages.send(browser, address, page.form).url == f"{LIST}H.1/"


def test_the_form_of_an_office_opens_with_what_stands(cast):
    arrange(cast, OfficeCell.SHARED, cast.single_cell, bodies=[OfficeBody.WOMEN])
    fields = pages.read(people.signed_in(cast.officer).get(f"{LIST}H.1/co-quan-thuong-truc/")).form.fields
    known = {name: fields[name] for name in ("arrangement", "cell", "bodies", "since")}
    assert known == {"arrangement": "shared", "cell": str(cast.single_cell.pk), "bodies": "women", "since": "31/5/2021"}
