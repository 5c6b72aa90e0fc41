"""The late list and the letter that comes of it: who stands in it and why, what it says, when it counts."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from directives import obligations, overdue
from directives.models import Fulfilment, Obligation, Reminder, Ruling
from directives.overdue import Cause
from organizations.enums import FigureKind
from organizations.models import Figure, Unit
from reports import pdf
from reports.reminders import letter
from tests import duties, pages, people
from tests.people import TODAY

DUE = duties.DUE
ISSUE = {"number": "312-CV/ĐUK", "issued_on": "31/5/2021"}


@pytest.fixture
def officer(cast) -> Client:
    return people.signed_in(cast.officer)


@pytest.fixture
def made(cast) -> Obligation:
    return duties.duty(cast.bloc, due_on=DUE)


def address(made: Obligation, name: str = "remind", *more: int) -> str:
    return reverse(f"directives:{name}", args=[made.directive_id, *more])


def draft(browser: Client, made: Obligation, **typed):
    chosen = [each.key for each in browser.get(address(made)).context["form"].lines if each.has_sources]
    return pages.send(browser, address(made), **({"chosen": chosen} | typed))


def late(made: Obligation, on: date = TODAY) -> dict[Cause, list[str]]:
    found = overdue.by_cause(overdue.overdue([made], on, Unit.objects.all()))
    return {cause: [each.unit.code for each in lines] for cause, lines in found.items()}


def returned(made: Obligation, unit: Unit, due_on: date) -> None:
    said = Fulfilment.objects.create(obligation=made, unit=unit, on=DUE, returned_on=date(2021, 4, 5))
    word = {"kind": "returned", "on": date(2021, 4, 5), "words": "thiếu", "due_on": due_on}
    Ruling.objects.create(obligation=made, unit=unit, fulfilment=said, **word)


def test_the_list_says_why_before_it_says_who(cast, made):
    returned(made, cast.cell, date(2021, 4, 20))
    duties.remind(made, cast.other_cell, date(2021, 4, 12))
    assert late(made) == {
        Cause.RETURNED: ["B.1.Một"],
        Cause.AGAIN: ["B.1.Hai"],
        Cause.FIRST: ["B.2"],
    }
    assert list(late(made)) == [Cause.RETURNED, Cause.AGAIN, Cause.FIRST]


def test_nobody_is_late_on_the_day_of_the_term_or_with_a_longer_one_or_without_one(cast, made):
    assert late(made, DUE) == {}
    returned(made, cast.cell, TODAY)
    assert late(made) == {Cause.FIRST: ["B.1.Hai", "B.2"]}
    assert late(duties.duty(cast.bloc)) == {}


def test_a_unit_without_sources_is_named_apart_and_never_asked_as_late(cast, officer):
    made = duties.duty(cast.bloc, obligations.Bound.GRASSROOTS, "targets", due_on=DUE)
    Figure.objects.create(unit=cast.single_cell, kind=FigureKind.NON_PARTY, on=date(2021, 4, 10), value=0)
    assert late(made) == {Cause.FIRST: ["B.1"], Cause.NO_SOURCES: ["B.2"]}
    page = pages.read(officer.get(address(made)))
    assert "Đã báo không còn nguồn, không tính là chậm: 1 đơn vị" in page.words
    answer = draft(officer, made, chosen=[f"{made.pk}-0-0-B.2"])
    assert "đã báo không còn nguồn nên không đôn đốc là chậm" in pages.read(answer).words


def test_of_other_duties_a_unit_without_sources_is_late_like_any(cast, made):
    Figure.objects.create(unit=cast.single_cell, kind=FigureKind.NON_PARTY, on=date(2021, 4, 10), value=0)
    assert "B.2" in late(made)[Cause.FIRST]


def test_a_letter_is_drafted_for_the_chosen_and_stays_as_it_was(cast, officer, made):
    answer = draft(officer, made, chosen=[f"{made.pk}-0-0-B.2"], reply_by="10/6/2021")
    kept = Reminder.objects.get()
    assert answer.url == address(made, "reminder", kept.pk)
    assert [(each.unit, each.due_on, each.before) for each in kept.lines.all()] == [(cast.single_cell, DUE, 0)]
    Fulfilment.objects.create(obligation=made, unit=cast.single_cell, on=TODAY)
    assert "Chi bộ Sở Hai" in pages.read(officer.get(answer.url)).words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"chosen": []}, "Hãy chọn ít nhất một đơn vị"),
        ({"reply_by": "31/5/2021"}, "phải sau ngày soạn 31/5/2021"),
        ({"chosen": ["1-0-0-F.1"]}, "không còn trong danh sách chậm"),
    ],
)
def test_bad_choices_are_told(cast, officer, made, typed, sentence):
    assert sentence in pages.read(draft(officer, made, **typed)).words
    assert not Reminder.objects.exists()


def test_a_draft_asks_nobody_until_the_registry_gave_it_a_number(cast, officer, made):
    place = draft(officer, made).url
    assert late(made)[Cause.FIRST] == ["B.1.Hai", "B.1.Một", "B.2"]
    assert "Hãy nhập số" in pages.read(pages.send(officer, place, issued_on="31/5/2021")).words
    assert "chưa đến" in pages.read(pages.send(officer, place, **(ISSUE | {"issued_on": "1/6/2021"}))).words
    pages.send(officer, place, **ISSUE)
    assert list(late(made)) == [Cause.AGAIN]


def test_a_number_is_given_once(cast, officer, made):
    pages.send(officer, draft(officer, made).url, **ISSUE)
    second = draft(officer, made).url
    assert "Số 312-CV/ĐUK ngày 31/5/2021 đã ghi" in pages.read(pages.send(officer, second, **ISSUE)).words


def test_a_letter_taken_back_counts_no_more(cast, officer, made):
    place = draft(officer, made).url
    pages.send(officer, place, **ISSUE)
    kept = Reminder.objects.get()
    pages.send(officer, address(made, "reminder_take_back", kept.pk), reason="gửi nhầm")
    assert list(late(made)) == [Cause.FIRST]
    assert Reminder.ever.get().void_reason == "gửi nhầm"
    assert officer.get(place).status_code == 404


def test_the_letter_leaves_number_and_day_for_the_pen_and_names_causes_before_names(cast, officer, made):
    returned(made, cast.cell, date(2021, 4, 20))
    draft(officer, made)
    paper = letter.build(Reminder.objects.get())
    words = [line.words for line in paper.body]
    assert (paper.number.strip().startswith("Số"), paper.letterhead.issued_on) == (True, None)
    assert paper.letterhead.subject == "đôn đốc thực hiện Công văn số 1\N{NON-BREAKING HYPHEN}CV/TN ngày 01/3/2021"
    assert words[0].startswith("Thực hiện Công văn số 1-CV/TN ngày 01/3/2021 của Cấp ủy thử nghiệm")
    assert words.index("Trả lời bị trả lại để làm lại, đã quá hạn mới (1 đơn vị):") < words.index(
        "- Chi bộ Một (hạn 20/4/2021)"
    )
    assert "trước ngày ……/……/…………" in words[-1]
    assert sorted(paper.addressees) == ["Chi ủy Chi bộ Hai", "Chi ủy Chi bộ Một", "Chi ủy Chi bộ Sở Hai"]


def test_the_letter_prints_the_same_bytes_for_the_same_data(cast, officer, made):
    pages.send(officer, draft(officer, made, reply_by="10/6/2021").url, **ISSUE)
    kept = Reminder.objects.get()
    answer = officer.get(reverse("reports:reminder_pdf", args=[made.directive_id, kept.pk]))
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    assert pdf.render_reminder(letter.build(kept)) == answer.content
    assert letter.build(kept).number == "Số 312-CV/ĐUK"


@pytest.mark.parametrize(
    ("who", "code"), [("officer", 200), ("office_worker", 200), ("leader", 403), ("secretary", 403)]
)
def test_only_who_follows_the_duty_drafts(cast, made, who, code):
    assert people.signed_in(getattr(cast, who)).get(address(made)).status_code == code


def test_a_page_of_one_duty_lists_that_one_alone(cast, officer, made):
    other = duties.duty(cast.bloc, due_on=DUE, directive=made.directive, words="việc thứ hai")
    both, one = (pages.read(officer.get(address(made) + query)).words for query in ("", f"?nhiem_vu={made.pk}"))
    assert ("việc thứ hai" in both, "việc thứ hai" in one) == (True, False)
    assert officer.get(f"{address(made)}?nhiem_vu={other.pk + 99}").status_code == 404


def test_nobody_can_be_wished_for_at_the_start(officer, made):
    page = officer.get(address(made))
    assert page.context["form"].marked
    assert f'href="?chon=khong&amp;nhiem_vu={made.pk}">Bỏ chọn tất cả</a>' in page.content.decode()
    empty = officer.get(f"{address(made)}?chon=khong&nhiem_vu={made.pk}")
    assert empty.context["form"].marked == set()
    assert f'href="?nhiem_vu={made.pk}">Chọn sẵn các đơn vị cần đôn đốc</a>' in empty.content.decode()
