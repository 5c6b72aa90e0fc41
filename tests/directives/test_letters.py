"""The four letters as data, word by word: situation 15. What a text does not say stays empty."""

from datetime import date

import pytest

from candidates.enums import CriterionAnchor, CriterionCode, Grade, Occupation
from candidates.models import LocalCriterion
from directives.enums import BaseKind, Bound, CitationKind, Measure, NumberKind, ObligationKind, ReadingCode
from directives.models import Directive, Obligation, OwnReading, Target
from organizations.models import Document
from reports.demo.letters import record_52, record_259, record_2246, record_conclusion_2014
from tests import duties, people


@pytest.fixture
def letters(cast) -> dict[str, Directive]:
    """The four, for the bloc and its organisations."""
    return {
        "2246": record_2246(cast.bloc),
        "2014": record_conclusion_2014(cast.bloc, {"women": cast.youth_union}),
        "52": record_52(cast.bloc),
        "259": record_259(cast.bloc).directive,
    }


def asked(directive: Directive) -> list[tuple]:
    rows = directive.obligations.order_by("pk")
    return [(row.kind, row.bound, row.from_on, row.due_on, row.yearly) for row in rows]


KINDS, BOUND = ObligationKind, Bound


@pytest.mark.parametrize(
    ("name", "number", "issued_on", "meeting_on", "signed_as"),
    [
        ("2246", "2246-CV/TU", date(2015, 9, 21), None, "T/M BAN THƯỜNG VỤ, PHÓ BÍ THƯ"),
        ("2014", "", None, date(2014, 10, 21), "CHÁNH VĂN PHÒNG"),
        ("52", "52-CV/BTCĐU", None, date(2019, 9, 23), "K/T TRƯỞNG BAN, PHÓ TRƯỞNG BAN"),
        ("259", "259-CV/ĐUK", date(2021, 6, 21), None, "T/M BAN THƯỜNG VỤ, BÍ THƯ"),
    ],
)
def test_number_and_day_are_those_of_the_text_and_a_meeting_is_no_issue(
    letters, name, number, issued_on, meeting_on, signed_as
):
    made = letters[name]
    found = (made.document.number, made.document.issued_on, made.meeting_on, made.signed_as)
    assert found == (number, issued_on, meeting_on, signed_as)


@pytest.mark.parametrize(("name", "to_act", "to_know"), [("2246", 4, 2), ("2014", 2, 4), ("52", 1, 2), ("259", 3, 3)])
def test_every_line_of_addressees_is_there_in_its_order(letters, name, to_act, to_know):
    lines = list(letters[name].addressees.all())
    assert [line.to_act for line in lines] == [True] * to_act + [False] * to_know
    assert [line.position for line in lines] == list(range(1, to_act + to_know + 1))


def test_of_the_four_only_259_sets_a_number(letters):
    target = Target.objects.get()
    assert (target.directive, target.measure, target.unit.code) == (letters["259"], Measure.ADMITTED, "B")
    assert (target.number_kind, target.number, target.base) == (NumberKind.PERCENT, 3, BaseKind.MEMBERS_YEAR_START)
    assert (target.first_year, target.last_year, target.letter_words) == (2021, 2025, "khoảng 150 đảng viên/năm")
    assert "lần thứ IX" in target.origin


@pytest.mark.parametrize("number", ["45", "36"])
def test_results_are_told_but_are_no_targets(letters, number):
    assert number in letters["259"].document.clauses.get(position=1).summary
    assert not Target.objects.filter(number=number).exists()


@pytest.mark.parametrize(
    ("name", "cited"),
    [
        (
            "2246",
            {
                (CitationKind.GROUNDS, "102-KL/TW", date(2014, 9, 22)),
                (CitationKind.GROUNDS, "139-KH/TU", date(2015, 3, 23)),
                (CitationKind.MAKE_KNOWN, "33-CT/TU", date(2013, 1, 23)),
                (CitationKind.MAKE_KNOWN, "60-CT/TU", date(2015, 6, 22)),
            },
        ),
        ("2014", set()),
        (
            "52",
            {
                (CitationKind.MAKE_KNOWN, "43-CV/BTCĐU", date(2019, 4, 3)),
                (CitationKind.MAKE_KNOWN, "457-CV/ĐU", date(2019, 4, 3)),
                (CitationKind.MAKE_KNOWN, "71-KH/ĐU", date(2019, 5, 29)),
                (CitationKind.CARRIES_OUT, "28-CT/TW", date(2019, 1, 21)),
            },
        ),
        ("259", {(CitationKind.RESTATES, "", None)}),
    ],
)
def test_the_documents_that_a_letter_cites(letters, name, cited):
    rows = letters[name].citations.select_related("document")
    assert {(row.kind, row.document.number, row.document.issued_on) for row in rows} == cited
    assert all(row.clause.document_id == letters[name].document_id for row in rows)


YEARLY = (None, True)
SINCE_2246, SINCE_2014, SINCE_52, SINCE_259 = (
    date(2015, 9, 21), date(2014, 10, 21), date(2019, 9, 23), date(2021, 6, 21)
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "duties_of"),
    [
        (
            "2246",
            [(KINDS.MAKE_KNOWN, bound, SINCE_2246, None, False) for bound in (BOUND.GRASSROOTS, BOUND.ASSOCIATIONS)] * 2
            + [(KINDS.REPORT, BOUND.ITSELF, SINCE_2246, *YEARLY)],
        ),
        (
            "2014",
            [
                (KINDS.TARGETS, BOUND.SOCIO_POLITICAL, SINCE_2014, None, False),
                (KINDS.OTHER, BOUND.SOCIO_POLITICAL, SINCE_2014, None, False),
                (KINDS.REPORT, BOUND.SOCIO_POLITICAL, SINCE_2014, *YEARLY),
                (KINDS.OTHER, BOUND.ITSELF, SINCE_2014, None, False),
                (KINDS.REPORT, BOUND.ITSELF, SINCE_2014, *YEARLY),
                (KINDS.OTHER, BOUND.ITSELF, SINCE_2014, None, False),
            ],
        ),
        ("52", [(KINDS.MAKE_KNOWN, BOUND.GRASSROOTS, SINCE_52, None, False)] * 3),
        (
            "259",
            [
                (KINDS.REVIEW, BOUND.GRASSROOTS, SINCE_259, date(2021, 6, 30), False),
                (KINDS.TARGETS, BOUND.ITSELF, date(2022, 1, 1), *YEARLY),
                (KINDS.CLASSES, BOUND.ITSELF, SINCE_259, None, False),
                (KINDS.OTHER, BOUND.ITSELF, SINCE_259, *YEARLY),
                (KINDS.MAKE_KNOWN, BOUND.CELLS, SINCE_259, None, False),
            ],
        ),
    ],
)
def test_what_a_letter_asks_for_and_by_when(letters, name, duties_of):
    assert asked(letters[name]) == duties_of


def test_what_is_to_be_made_known_is_the_document_cited(letters):
    known = Obligation.objects.filter(kind=KINDS.MAKE_KNOWN).values_list(
        "directive__document__number", "subject__number"
    )
    assert set(known) == {
        ("2246-CV/TU", "33-CT/TU"),
        ("2246-CV/TU", "60-CT/TU"),
        ("52-CV/BTCĐU", "43-CV/BTCĐU"),
        ("52-CV/BTCĐU", "457-CV/ĐU"),
        ("52-CV/BTCĐU", "71-KH/ĐU"),
        ("259-CV/ĐUK", "259-CV/ĐUK"),
    }


def test_the_aspiration_of_2246_is_our_own_reading_of_point_3(letters):
    made = OwnReading.objects.get()
    assert (made.code, made.clause.label, made.in_use) == (ReadingCode.STILL_HAS_SOURCES, "Điểm 3", True)


def test_52_sets_a_criterion_for_officials_and_employees_with_both_readings_of_its_bracket(letters):
    made = LocalCriterion.objects.get()
    assert (made.code, made.anchor, made.years) == (CriterionCode.RATED_YEARS, CriterionAnchor.COMMITTEE, 3)
    assert (made.least, made.top, made.valid_from, made.clause.label) == (
        Grade.GOOD, Grade.EXCELLENT, SINCE_52, "Điểm (2), đoạn 2"
    )  # fmt: skip
    assert {Occupation.STATE, Occupation.PARTY, Occupation.PUBLIC_UNIT} <= set(made.occupations)
    assert not {Occupation.FARMER, Occupation.STUDENT, Occupation.WORKER} & set(made.occupations)
    assert all(words in made.reading for words in ("Cách một", "Cách hai", "không ghi ngày ban hành"))


def test_a_document_that_two_letters_cite_is_one(cast):
    record_2246(cast.bloc)
    record_2246_again = Document.objects.get(number="2246-CV/TU")
    Document.objects.filter(pk=record_2246_again.pk).update(number="2247-CV/TU")
    record_2246(cast.foreign_bloc)
    assert Document.objects.filter(number="33-CT/TU").count() == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "2246",
            ["21/9/2015", "Yêu cầu quán triệt: Chỉ thị số 33-CT/TU ngày 23/01/2013", "không nêu con số", "Đang dùng"],
        ),
        (
            "2014",
            [
                "bản giao không ghi số",
                "bản giao không ghi ngày",
                "21/10/2014",
                "không phải ngày ban hành",
                "Để thực hiện",
            ],
        ),
        ("52", ["bản giao không ghi ngày", "23/9/2019", "Cách một", "Cách hai", "Triển khai: Chỉ thị số 28-CT/TW"]),
        ("259", ["từ 3 % trở lên", "khoảng 150", "hạn 30/6/2021", "Các chi bộ thuộc Đảng bộ Khối", "chưa đến ngày"]),
    ],
)
def test_the_page_of_a_letter_says_what_it_says_and_what_it_leaves_open(letters, cast, name, said):
    words = duties.words_of(people.signed_in(cast.leader), f"/van-ban/{letters[name].pk}/")
    assert [each for each in said if each not in words] == []
