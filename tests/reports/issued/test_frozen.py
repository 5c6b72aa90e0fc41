"""What was frozen is what is shown and printed for ever: text and back, lists, rows that nobody changes."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from candidates.enums import Group, Stage
from candidates.models import Dossier
from organizations.errors import Refused
from reports import frozen, held, issued, pdf
from reports.models import FrozenList, FrozenReport, IssuedReport
from tests import issues, people
from tests.pages import Page
from tests.people import TODAY
from tests.reports import asking, paper_sample
from tests.reports.test_annulled import THIS_YEAR

REPORT = paper_sample.report()


def test_a_report_and_its_text_say_the_same(cast):
    for report in (REPORT, asking.report("tien-do", cast.bloc, TODAY, with_names=True)):
        text = frozen.to_text(report)
        assert frozen.from_text(text) == report
        assert frozen.to_text(frozen.from_text(text)) == text


def test_a_thawed_report_prints_the_same_bytes():
    assert pdf.render_pdf(frozen.from_text(frozen.to_text(REPORT))) == pdf.render_pdf(REPORT)


def test_a_field_that_came_later_takes_its_default_and_one_that_is_gone_is_left_out():
    text = frozen.to_text(REPORT)
    older = text.replace('"secrecy":"",', "").replace('"sign":', '"gone":"x","sign":')
    assert older != text
    assert frozen.from_text(older) == REPORT


def test_text_of_another_format_is_not_guessed_at():
    with pytest.raises(frozen.Unreadable, match="Format 2"):
        frozen.from_text(frozen.to_text(REPORT).replace('"format":1', '"format":2'))
    with pytest.raises(frozen.Unreadable, match="without code"):
        frozen.from_text(frozen.to_text(REPORT).replace(f'"code":"{REPORT.code}",', ""))


def test_the_seal_tells_any_change_of_the_text_and_of_the_lists():
    seals = [
        frozen.sealed("a", [("x", ["1", "2"])]),
        frozen.sealed("b", [("x", ["1", "2"])]),
        frozen.sealed("a", [("x", ["1"])]),
        frozen.sealed("a", [("y", ["1", "2"])]),
        frozen.sealed("a", [("x", ["12"])]),
    ]
    assert len(set(seals)) == len(seals)


@pytest.mark.usefixtures("light")
def test_every_number_of_a_frozen_report_has_its_list_with_as_many(cast):
    made = issues.frozen(cast.bloc)
    numbers = dict(held.numbered(frozen.from_text(made.content)))
    lists = {each.address: len(each.members) for each in made.lists.all()}
    assert lists == numbers
    assert sum(lists.values()) > 0


@pytest.mark.usefixtures("light")
def test_the_page_opens_the_frozen_lists_and_never_live_ones(cast, officer):
    made = issues.frozen(cast.bloc)
    hrefs = {href for href, _ in Page(officer.get(f"/bao-cao/so/{made.pk}/").content.decode()).links}
    lists = {href for href in hrefs if "/danh-sach/" in href}
    assert lists
    assert not {href for href in hrefs if href.startswith("/ho-so/?")}
    assert {officer.get(href).status_code for href in lists} == {200}


@pytest.mark.usefixtures("light")
def test_a_frozen_list_names_whom_it_held_though_they_moved_on(cast, officer):
    made = issues.frozen(cast.bloc)
    address = _admitted(made)
    dossier = Dossier.objects.get()
    people.advance(dossier, Stage.STRUCK_OFF, on=TODAY)
    people.place_under(cast.cell, cast.foreign_bloc, date(2021, 4, 1))
    said = officer.get(address).content.decode()
    assert dossier.code not in said
    assert "1 người nay ở ngoài phần đồng chí được xem, không nêu tên." in said
    people.place_under(cast.cell, cast.office, date(2021, 5, 1))
    assert dossier.code in officer.get(address).content.decode()


@pytest.mark.usefixtures("light")
def test_a_sensitive_list_opens_by_its_deed_alone_and_the_reading_is_recorded(cast, officer):
    made = issues.frozen(cast.bloc, code="bieu-2")
    kept = made.lists.filter(sensitive=True).first()
    assert Group.MINORITY.label in kept.words or "tôn giáo" in kept.words.lower() or "Dân tộc" in kept.words
    address = f"/bao-cao/so/{made.pk}/danh-sach/{kept.place}/"
    leader = people.signed_in(cast.leader)
    assert leader.get(address).status_code == 403
    assert address not in leader.get(f"/bao-cao/so/{made.pk}/").content.decode()
    assert officer.get(address).status_code == 200
    assert cast.officer.reading_set.filter(deed="see_sensitive").count() == 1


@pytest.mark.usefixtures("light")
def test_what_was_stored_cannot_be_changed_or_deleted_by_any_way(cast):
    made = issues.frozen(cast.bloc)
    issues.issued(made)
    for model, change in (
        (FrozenReport, {"content": "{}"}),
        (IssuedReport, {"number": "1"}),
        (FrozenList, {"place": 0}),
    ):
        delete = model.objects.all()._raw_delete
        for do in (
            lambda model=model, change=change: model.objects.update(**change),
            lambda delete=delete: delete("default"),
        ):
            with pytest.raises(ProgrammingError, match=r"Cannot|cannot"), transaction.atomic():
                do()
    assert FrozenReport.objects.get().content == made.content


@pytest.mark.usefixtures("light")
def test_the_page_files_and_lists_stay_the_same_after_the_data_changed(cast, officer):
    made = issues.frozen(cast.bloc)
    issues.issued(made)
    addresses = [f"/bao-cao/so/{made.pk}/{work}" for work in ("pdf/", "phieu-kiem-soat/", "excel/")]
    shown = issued.shown(FrozenReport.objects.get(), issues.whole(cast.bloc))
    before = [officer.get(each).content for each in addresses[:2]]
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR, full_name="Lê Thị Mới")
    assert asking.report("tien-do", cast.bloc, TODAY).opening != shown.opening
    assert issued.shown(FrozenReport.objects.get(), issues.whole(cast.bloc)) == shown
    assert [officer.get(each).content for each in addresses[:2]] == before


@pytest.mark.usefixtures("light")
def test_a_number_that_parts_from_its_list_is_not_frozen(cast, monkeypatch):
    real = held.of_report

    def one_less(*given: object):
        return tuple(replace(each, members=each.members[1:]) for each in real(*given))

    monkeypatch.setattr(held, "of_report", one_less)
    with pytest.raises(Refused, match="Số liệu vừa thay đổi trong lúc lập: một số ghi 1 mà danh sách có 0 người"):
        issues.frozen(cast.bloc)
    assert not FrozenReport.objects.exists()


def _admitted(made: FrozenReport) -> str:
    """The list behind the number of those admitted."""
    report = frozen.from_text(made.content)
    kept = made.lists.get(address=report.opening[0].figures["held"].href)
    return f"/bao-cao/so/{made.pk}/danh-sach/{kept.place}/"
