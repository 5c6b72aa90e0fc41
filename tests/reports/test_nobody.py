"""A paper does not say "0 người": a sentence says that there was nobody."""

import pytest

from candidates.enums import Stage
from candidates.models import Dossier
from reports.document import Paragraph
from tests import people
from tests.people import TODAY
from tests.reports import asking
from tests.reports.test_annulled import THIS_YEAR

# The report and how its sentence goes on where nobody is counted.
SENTENCES = [
    (
        "hoi",
        "Ưu điểm: chưa có hội giới thiệu được người; chưa có người do hội giới thiệu được kết nạp; hiện chưa có hội viên",
    ),
    ("hoi", "không có người được giới thiệu mà chi bộ trả lại."),
    ("hoi", "Cuối kỳ không có hội viên trong nguồn."),
    ("hoi", "Trong kỳ chưa có hội viên được kết nạp."),
    ("hoi", "Không có giới thiệu nào của hội còn chờ chi bộ xem xét, trả lời; không có trường hợp đã có quyết định"),
    ("doan-the", "chưa giới thiệu được đoàn viên, hội viên ưu tú; chưa có đoàn viên, hội viên được kết nạp vào Đảng."),
    ("tien-do", "Các tổ chức đoàn thể chưa giới thiệu được đoàn viên, hội viên ưu tú; chưa có đoàn viên"),
]


@pytest.fixture
def cast(cast) -> people.Cast:
    """A bloc with a target and one person admitted, who belongs to no organisation and whom none introduced."""
    people.target(cast.bloc)
    people.dossier(cast, Stage.ADMITTED, days=THIS_YEAR)
    return cast


def said(cast: people.Cast, code: str, words: str) -> list[Paragraph]:
    """The paragraphs of a report with these words."""
    made = asking.report(code, cast.youth_union if code == "doan-the" else cast.bloc, TODAY)
    told = [*made.opening, *(each for section in made.sections for each in section.paragraphs)]
    return [each for each in told if words in each.words]


@pytest.mark.parametrize(("code", "words"), SENTENCES)
def test_a_sentence_says_that_there_was_nobody(cast, code, words):
    (found,) = said(cast, code, words)
    assert 0 not in {figure.value for figure in found.figures.values()}


def test_nobody_is_to_plan_where_no_association_is_to_be_urged(cast):
    assert said(cast, "hoi", "cần có kế hoạch phát hiện")
    for organisation in (cast.association, cast.branch):
        people.nomination(cast, organisation=organisation, full_name=f"Lê Thị {organisation.code}")
    assert not said(cast, "hoi", "cần có kế hoạch phát hiện")
    assert said(cast, "hoi", "mà chưa giới thiệu được người trong năm")


def test_who_was_admitted_is_told_with_what_none_of_them_is(cast):
    made = Dossier.objects.get()
    made.person.memberships.create(organisation=cast.association, valid_from=people.FOUNDED)
    (found,) = said(cast, "hoi", "Trong số hội viên được kết nạp")
    assert "không có người dân tộc thiểu số" in found.words
    assert 0 not in {figure.value for figure in found.figures.values()}
