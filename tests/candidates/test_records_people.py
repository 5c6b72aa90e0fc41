"""Introducers and helpers of a dossier, and records of the person that stand in a later dossier, too."""

from datetime import date

import pytest
from django.test import Client

from candidates.enums import IntroducerKind, Stage
from candidates.models import (
    Dossier,
    Introducer,
)
from candidates.records import RecordKind
from tests import pages, people
from tests.candidates.test_records import HELPER, RATING, of_every_kind, page_of


@pytest.fixture
def made(cast) -> Dossier:
    return of_every_kind(cast)


@pytest.fixture
def secretary(cast) -> Client:
    return people.signed_in(cast.secretary)


def introducer(kind: IntroducerKind, name: str, since: date | None = date(2019, 3, 1)) -> dict:
    return {"kind": kind, "name": name, "together_since": since if kind == IntroducerKind.MEMBER else None}


MEMBER, YOUTH, TRADE = IntroducerKind.MEMBER, IntroducerKind.YOUTH_UNION, IntroducerKind.TRADE_UNION


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "Chưa có: cần hai đảng viên chính thức, hoặc Ban Chấp hành Đoàn cơ sở (Công đoàn cơ sở)"),
        ([introducer(MEMBER, "A")], "Chưa đủ: mới có một đảng viên chính thức, cần thêm"),
        ([introducer(YOUTH, "A")], "mới có Ban Chấp hành Đoàn cơ sở giới thiệu, cần thêm một đảng viên chính thức."),
        ([introducer(YOUTH, "A"), introducer(TRADE, "B")], "cần thêm một đảng viên chính thức."),
        ([introducer(MEMBER, "A"), introducer(MEMBER, "B")], "Đủ người giới thiệu."),
        ([introducer(MEMBER, "A"), introducer(TRADE, "B")], "Đủ người giới thiệu."),
        (
            [introducer(MEMBER, "Lê A", None), introducer(YOUTH, "B")],
            "Đủ người giới thiệu; chưa ghi cùng công tác, cư trú từ ngày nào: Lê A.",
        ),
    ],
)
def test_the_introducers_of_the_charter_are_complete_or_the_page_says_why_not(rows, sentence, made, secretary):
    for row in rows:
        Introducer.objects.create(dossier=made, on=date(2021, 4, 5), **row)
    Introducer.objects.create(dossier=made, on=date(2021, 4, 5), void=True, **introducer(MEMBER, "Đã đính chính"))
    words = pages.read(secretary.get(page_of(made, RecordKind.INTRODUCER))).words
    assert sentence in words
    assert "Đã đính chính" not in words


def test_a_new_helper_follows_the_one_before_without_a_gap(made, secretary):
    pages.send(secretary, page_of(made, RecordKind.HELPER), **HELPER)
    pages.send(secretary, page_of(made, RecordKind.HELPER), name="Lý Văn Thay", valid_from="1/5/2021")
    spans = [(row.name, row.valid_from, row.valid_until) for row in made.helpers.all()]
    assert spans == [
        ("Trần Thị Giúp", date(2021, 3, 1), date(2021, 5, 1)),
        ("Lý Văn Thay", date(2021, 5, 1), None),
    ]
    secretary.post("/xem-tai-ngay/", {"on": "30/4/2021"})
    words = pages.read(secretary.get(f"/ho-so/{made.code}/")).words
    assert "Trần Thị Giúp giúp đỡ từ ngày 01/3/2021, theo" in words
    assert "Lý Văn Thay" not in words


def test_the_records_of_a_person_stand_in_a_later_dossier_too(cast, made, secretary):
    pages.send(secretary, page_of(made, RecordKind.RATING), **RATING)
    people.advance(made, Stage.REMOVED, on=people.TODAY, exit_reason="left")
    again = Dossier.objects.create(person=made.person, unit=cast.cell)
    again.refresh_from_db()
    assert "Năm 2018" in pages.read(secretary.get(page_of(again, RecordKind.RATING))).words
