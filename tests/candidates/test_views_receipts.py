"""Recording the receipt of a decision, as the browser does it."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import Stage
from candidates.models import Dossier, Paper, StageEntry
from tests import pages, people
from tests.candidates.test_views_steps import CHANGED


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def test_the_receipt_of_a_decision_is_recorded_later_and_once(cast, secretary):
    made = decided(cast)
    assert receipt_of(made) in links(secretary, made)
    answer = pages.send(secretary, receipt_of(made), received_on="25-11-2019")
    page = pages.read(secretary.get(answer.url))
    assert "Đã ghi ngày nhận quyết định." in page.words
    assert "nhận ngày 25/11/2019" in page.words
    assert receipt_of(made) not in links(secretary, made)
    assert StageEntry.objects.get(stage=Stage.DECIDED).paper.received_on == date(2019, 11, 25)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Hãy nhập ngày nhận."),
        ("hôm qua", "“hôm qua” không phải là một ngày có trong lịch."),
        ("1/6/2021", "Ngày nhận 01/6/2021 chưa đến (đang xem tại ngày 31/5/2021)."),
        ("17/11/2019", "Ngày nhận 17/11/2019 trước ngày ký quyết định 18/11/2019."),
    ],
)
def test_a_refused_receipt_is_told_and_kept(typed, sentence, cast, secretary):
    made = decided(cast)
    page = pages.read(pages.send(secretary, receipt_of(made), received_on=typed))
    assert (sentence in page.words, page.form.fields["received_on"]) == (True, typed)
    assert Paper.objects.get(entry__stage=Stage.DECIDED).received_on is None


@pytest.mark.parametrize("who", ["officer", "leader"])
def test_the_receipt_is_recorded_by_the_cell(who, cast):
    made, browser = decided(cast), people.signed_in(getattr(cast, who))
    assert receipt_of(made) not in links(browser, made)
    assert browser.post(receipt_of(made), {"received_on": "25/11/2019"}).status_code == 403


@pytest.mark.parametrize("upto", [Stage.PROPOSED, Stage.DECIDED, Stage.ADMITTED])
def test_no_receipt_is_awaited_before_the_decision_once_it_is_known_or_after_the_ceremony(upto, cast, secretary):
    made = people.dossier(cast, upto)
    assert receipt_of(made) not in links(secretary, made)


def test_a_receipt_over_the_change_of_another_is_told_and_keeps_what_was_typed(cast, secretary):
    made = decided(cast)
    opened = pages.read(secretary.get(receipt_of(made))).form
    pages.send(people.signed_in(cast.officer), f"/ho-so/{made.code}/sua/", full_name="Nguyễn Văn Ân")
    page = pages.read(pages.send(secretary, receipt_of(made), opened, received_on="25/11/2019"))
    assert CHANGED.format("Lê Văn Cán", "Có quyết định") in page.words
    assert pages.send(secretary, receipt_of(made), page.form).status_code == 302


def receipt_of(made: Dossier) -> str:
    return f"/ho-so/{made.code}/nhan-quyet-dinh/"


def decided(cast: people.Cast) -> Dossier:
    """A dossier whose decision was signed but, as far as anybody said, not received."""
    made = people.dossier(cast, Stage.PROPOSED)
    people.advance(made, Stage.DECIDED, on=people.DAYS[Stage.DECIDED], by=cast.officer, received_on=None)
    return made


def links(browser: Client, made: Dossier) -> list[str]:
    return [href for href, _ in pages.read(browser.get(f"/ho-so/{made.code}/")).links]
