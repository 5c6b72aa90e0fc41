"""Further letters of other kinds and wordings: what each gives, in whatever form it comes."""

import pytest

from directives import letter_text
from directives.reading import read
from directives.reading.plain import as_json
from tests.directives.reading import shelf

FURTHER = [name for name in shelf.NAMES if name not in shelf.FOUR]
# Their columns are set with spaces, which no page but the typist's own keeps.
SPACED = {"huong-dan-2025", "ke-hoach-2023"}
FEW = (
    "259-cv-duk",
    "quyet-dinh-2022",
    "quyet-dinh-phan-bo-2019",
    "ket-luan-2024",
    "cong-van-hoi-2019",
    "quyet-dinh-giao-2026",
    "chi-thi-xa-2026",
    "nghi-quyet-chuyen-de-2021",
    "ket-luan-bch-2029",
)


@pytest.mark.parametrize("name", FURTHER)
def test_a_letter_gives_what_was_written_down_for_it(name):
    assert as_json(read(shelf.text(name))) == shelf.expected(name)


@pytest.mark.parametrize("name", sorted(set(shelf.NAMES) - SPACED))
def test_lines_broken_by_the_page_change_nothing(name):
    whole, broken = (as_json(read(text)) for text in (shelf.text(name), shelf.narrow(shelf.text(name))))
    assert shelf.without_prose(broken) == shelf.without_prose(whole)


@pytest.mark.parametrize("name", FEW)
@pytest.mark.parametrize(("ending", "made"), [("docx", shelf.docx), ("pdf", shelf.pdf)])
def test_the_same_letter_as_a_file_gives_the_same(name, ending, made):
    whole = shelf.without_prose(as_json(read(shelf.text(name))))
    filed = shelf.without_prose(as_json(read(letter_text.of_file(f"{name}.{ending}", made(shelf.text(name))))))
    # A row that divides a table is a line of its own in these files.
    assert filed | {"not_understood": 0} == whole | {"not_understood": 0}


@pytest.mark.parametrize("name", shelf.NAMES)
def test_every_proposal_stands_in_the_text_where_it_says(name):
    letter = read(shelf.text(name))
    rows = [*letter.cites, *letter.targets, *letter.criteria, *letter.duties, *letter.not_understood]
    assert all(row.sentence in letter.text for row in rows)
    placed = [*letter.targets, *letter.criteria, *letter.duties, *letter.not_understood]
    assert all(letter.text[row.span.start : row.span.stop] == row.sentence for row in placed)


def test_the_shelf_holds_at_least_twenty_letters_of_at_least_ten_kinds():
    assert len(FURTHER) >= 20
    assert len({shelf.expected(name)["kind"] for name in FURTHER}) >= 10


def test_each_row_of_a_table_is_the_target_of_its_unit():
    letter = read(shelf.text("quyet-dinh-2022"))
    rows = [(target.unit_words, target.value, target.value_max) for target in letter.targets if target.unit_words]
    assert rows[:2] == [("Đảng bộ xã Tân Lập", 9, None), ("Đảng bộ xã Tân Hòa", 8, None)]
    assert rows[-1] == ("Chi bộ Trường THPT Tân Thạnh", 2, 3)


def test_a_total_that_a_sentence_gives_is_not_told_twice():
    assert [target.value for target in read(shelf.text("quyet-dinh-2022")).targets].count(45) == 1
