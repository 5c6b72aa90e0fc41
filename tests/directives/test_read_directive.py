"""The command read_directive: exactly the promised keys, a summary in words, a sentence for what cannot be read."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.directives.reading import shelf

KEYS = [
    "kind", "number", "issued_on", "place", "issuer", "subject", "addressees", "signer", "signer_title", "cites", "targets",
    "criteria", "duties", "not_understood",
]  # fmt: skip


def printed(capsys, *args: str) -> str:
    call_command("read_directive", *args)
    return capsys.readouterr().out


def test_json_has_exactly_the_promised_keys(capsys):
    found = json.loads(printed(capsys, str(shelf.SHELF / "259-cv-duk.txt"), "--json"))
    assert list(found) == KEYS
    assert list(found["cites"][0]) == ["number", "issued_on", "kind"]
    assert list(found["targets"][0]) == ["value", "value_max", "unit", "comparison", "base", "period", "sentence"]
    assert list(found["duties"][0]) == ["actor", "action", "due_on", "repeats", "sentence"]


def test_criteria_and_what_was_not_understood_are_sentences(capsys):
    found = json.loads(printed(capsys, str(shelf.SHELF / "52-cv-btcdu.txt"), "--json"))
    assert {tuple(each) for each in found["criteria"]} == {("sentence",)}
    assert all(isinstance(each, str) for each in found["not_understood"])


def test_without_json_a_person_reads_it_in_words(capsys):
    said = printed(capsys, str(shelf.SHELF / "ket-luan-2014.txt"))
    assert "Số, ký hiệu: (không thấy)" in said
    assert "Ban Tổ chức Tỉnh ủy: chủ trì" in said


@pytest.mark.parametrize(("ending", "made"), [("docx", shelf.docx), ("pdf", shelf.pdf)])
def test_files_of_word_and_pdf_are_read(capsys, tmp_path, ending, made):
    path = tmp_path / f"259.{ending}"
    path.write_bytes(made(shelf.text("259-cv-duk")))
    found = json.loads(printed(capsys, str(path), "--json"))
    assert (found["number"], found["issued_on"], len(found["targets"])) == ("259-CV/ĐUK", "2021-06-21", 1)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("rong.txt", b"", "tệp rỗng"),
        ("anh.pdf", b"\xff\xd8\xff", "ảnh JPEG"),
        ("to.txt", b"a" * 10_485_761, "lớn hơn 10 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CommandError, match=words):
        call_command("read_directive", str(tmp_path / name))


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    for path in (tmp_path / "khong-co.txt", tmp_path):
        with pytest.raises(CommandError, match="Không mở được tệp"):
            call_command("read_directive", str(path))
