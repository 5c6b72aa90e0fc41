"""Which document is meant: any part may be unknown, and the same one may be written in several ways."""

from datetime import date

import pytest
from django.db.models import F

from directives import identities
from directives.identities import Identity, Likeness, NumberKey
from organizations.models import Document
from organizations.models.search import Plain

DAY, OTHER_DAY = date(2021, 6, 21), date(2021, 6, 22)
WHOLE = Identity("letter", "259-CV/ĐUK", "Đảng ủy Khối", DAY)
SAME, MAYBE, OTHER = Likeness.SAME, Likeness.MAYBE, Likeness.OTHER


@pytest.mark.parametrize(
    ("asked", "there", "likeness"),
    [
        (WHOLE, WHOLE, SAME),
        (Identity("letter", " 259 – cv/đuk", "ĐẢNG UỶ KHỐI", DAY), Identity("letter", "259-CV/ĐUK", "Đảng uỷ Khối", DAY), SAME),
        (Identity("letter", "05-CV/TU", "Tỉnh ủy", DAY), Identity("letter", "5-CV/TU", "Tỉnh ủy", DAY), SAME),
        (Identity("letter", "", "Tỉnh ủy", None), Identity("letter", "", "Tỉnh ủy", None), SAME),
        (Identity("letter", "", "Tỉnh ủy", None), Identity("notice", "", "Tỉnh ủy", None), None),
        (Identity("", "259-CV/ĐUK", "", None), WHOLE, MAYBE),
        (Identity("letter", "259-CV/ĐUK", "Đảng ủy Khối", None), WHOLE, MAYBE),
        (WHOLE, Identity("letter", "259-CV/ĐUK", "Đảng ủy Khối", None), MAYBE),
        (WHOLE, Identity("letter", "259-CV/ĐUK", "", DAY), MAYBE),
        (WHOLE, Identity("", "259-CV/ĐUK", "Đảng ủy Khối", DAY), MAYBE),
        (WHOLE, Identity("letter", "", "Đảng ủy Khối", DAY), MAYBE),
        (Identity("letter", "", "Đảng ủy Khối", DAY), WHOLE, MAYBE),
        (Identity("letter", "", "Đảng ủy Khối", None), WHOLE, None),
        (WHOLE, Identity("letter", "259-CV/ĐUK", "Đảng ủy Khối", OTHER_DAY), OTHER),
        (WHOLE, Identity("letter", "259-CV/ĐUK", "Tỉnh ủy", DAY), OTHER),
        (WHOLE, Identity("notice", "259-CV/ĐUK", "Đảng ủy Khối", DAY), OTHER),
        (WHOLE, Identity("letter", "260-CV/ĐUK", "Đảng ủy Khối", DAY), None),
    ],
)  # fmt: skip
def test_two_identities_are_the_same_may_be_share_a_number_or_have_nothing_in_common(asked, there, likeness):
    assert identities.likeness(asked, there) == likeness


def test_an_identity_of_which_nothing_is_known_is_empty():
    assert Identity().is_empty
    assert not Identity(kind="letter").is_empty
    assert not Identity(issued_on=DAY).is_empty


@pytest.mark.parametrize("number", ["259-CV/ĐUK", " 05 – QĐ/TW", "0012 − CT/tu", "", "Số 7", "100-HD/BTCTW"])
def test_the_database_has_the_same_key_of_a_number(number, db):
    made = Document.objects.create(kind="letter", number=number, issuer="Cấp ủy", subject="V/v")
    found = Document.objects.annotate(key=NumberKey(Plain(F("number")))).get(pk=made.pk)
    assert found.key == identities.number_key(number)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Identity(number="33-ct/tu"), ["33-CT/TU"]),
        (Identity(number="033 - CT/TU", issuer="ban thuong vu tinh uy"), ["33-CT/TU"]),
        (Identity(number="33-CT/TU", issued_on=DAY), []),
        (Identity(kind="directive", issuer="Ban Thường vụ Tỉnh ủy"), ["33-CT/TU", "60-CT/TU"]),
        (Identity(number="7-KH"), []),
    ],
)
def test_what_is_named_is_found_by_every_part_that_was_named(asked, found, db):
    for number in ("33-CT/TU", "60-CT/TU"):
        Document.objects.create(kind="directive", number=number, issuer="Ban Thường vụ Tỉnh ủy", subject="V/v")
    assert [each.number for each in identities.meant(asked)] == found


def test_alike_documents_are_told_with_how_they_stand_and_never_the_one_itself(db):
    same = Document.objects.create(subject="V/v", **WHOLE.columns)
    maybe = Document.objects.create(subject="V/v", **WHOLE.columns | {"issued_on": None})
    other = Document.objects.create(subject="V/v", **WHOLE.columns | {"issuer": "Tỉnh ủy"})
    Document.objects.create(subject="V/v", **WHOLE.columns | {"number": "1-CV"})
    told = {each.document: each.likeness for each in identities.alike(WHOLE)}
    assert told == {same: SAME, maybe: MAYBE, other: OTHER}
    assert [each.document for each in identities.alike(WHOLE, apart_from=same)] == [maybe, other]
