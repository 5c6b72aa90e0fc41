"""Kinds of document: how a heading, a number and a sentence name them."""

import re

from .patterns import loose

# The words of a heading without marks, the code in the number, the kind (values of organizations.enums.DocumentKind).
# A longer heading stands before a shorter one that it begins with.
_TABLE = (
    ("cong van", "công văn", "cv", "letter"),
    ("thong bao", "thông báo", "tb", "notice"),
    ("quyet dinh", "quyết định", "qđ", "decision"),
    ("ke hoach", "kế hoạch", "kh", "plan"),
    ("chi thi", "chỉ thị", "ct", "directive"),
    ("nghi quyet", "nghị quyết", "nq", "resolution"),
    ("ket luan", "kết luận", "kl", "conclusion"),
    ("huong dan", "hướng dẫn", "hd", "guidance"),
    ("quy dinh", "quy định", "qyđ", "regulation"),
    ("quy che", "quy chế", "qc", "bylaw"),
    ("bao cao", "báo cáo", "bc", "report"),
    ("chuong trinh hanh dong", "chương trình hành động", "cthđ", "programme"),
    ("chuong trinh", "chương trình", "ctr", "programme"),
    ("to trinh", "tờ trình", "ttr", "submission"),
    ("de an", "đề án", "đa", "scheme"),
    ("thong tri", "thông tri", "tt", "circular"),
)
CHARTER = "charter"
OF_HEADING = {bare: kind for bare, _, _, kind in _TABLE}
OF_WORDS = {words: kind for _, words, _, kind in _TABLE} | {"điều lệ": CHARTER}
WORDS = {kind: words.capitalize() for _, words, _, kind in reversed(_TABLE)} | {CHARTER: "Điều lệ"}
_OF_CODE = {code: kind for _, _, code, kind in _TABLE if code}
_CODE = loose(r"[^\W\d_]+")
# A number: 259- CV/ĐUK, 12/KH-ĐU, 13/2023/NĐ-CP; matched in small letters.
CODE = "|".join(sorted(_OF_CODE, key=len, reverse=True))
_OFFICE = r"[a-zđưôơâăêủỷ]+(?:\.[a-zđ]+)*(?:\s?[-.&]\s?[a-zđưôơâăêủỷ]+){0,3}"
NUMBER = (
    rf"\d{{1,5}}[a-z]?\s*(?:/\s*\d{{4}}\s*)?[-/.]\s*(?!đảng|năm|tháng)[a-zđ]{{1,6}}\d{{0,2}}\s*[-/]\s*{_OFFICE}"
    rf"|\d{{1,5}}\s*[-/]\s*(?:{CODE})\b(?!\s*[-/])"
)
# A space in the place of the dash, as typists leave it after "Số".
SPACED_NUMBER = rf"\d{{1,5}} (?:{CODE})\s*[-/]\s*{_OFFICE}"
BLANK_NUMBER = rf"(?:[.\s]*)[-/]\s*(?:{CODE})\s*[-/]\s*{_OFFICE}"


def of_number(number: str) -> str | None:
    """Return the kind that the letters of a number name, such as KH in 12-KH/ĐU; None where they name none."""
    for letters in _CODE.findall(number.lower()):
        if letters in _OF_CODE:
            return _OF_CODE[letters]
    return None


def tidy_number(text: str) -> str:
    """Write a number without the spaces that a typist left in it."""
    return re.sub(r"\s+", "", text).replace("–", "-").replace("‑", "-").replace("—", "-").strip("*_,.;")
