"""Which units of ours the words of a letter name: by the name of a unit or of its committee, without marks, never by a guess.

What fits two units names neither. "Các chi bộ trực thuộc" names a kind of units under whoever speaks.
"""

import re
from collections.abc import Iterable

from directives.enums import Bound
from organizations.formats import plain, tidy
from organizations.models import UnitVersion

# "Đảng ủy Sở Một" and "Đảng bộ Sở Một" are one organisation; so are "Chi ủy" and "Chi bộ".
_PARTY = re.compile(r"(?:ban chap hanh |bch |ban thuong vu |btv |thuong truc )?dang (?:bo|uy) (?!vien)")
_CELL = re.compile(r"(?:chi bo|chi uy) ")
# A body of a committee, before the committee's own name.
_BODY = re.compile(
    r"(?:ban thuong vu|btv|ban chap hanh|bch|thuong truc|van phong|vp|uy ban kiem tra|ubkt|"
    r"ban (?:to chuc|tuyen giao va dan van|tuyen giao|dan van|noi chinh|xay dung dang)) "
)
_MARKS = re.compile(
    r"^[-–—+•\s]+|\s*\((?:để |t/h|b/c|p/h|báo cáo|thực hiện|theo dõi|phối hợp)[^)]*\)|[\s.;,:/]+$", re.I
)
_MANY = re.compile(r"(?:các|mỗi|từng|những|tất cả|toàn thể|\d+)\s|(?:đảng ủy|đảng bộ|ban thường vụ|chi bộ) các\s", re.I)
# The first that fits the words counts.
_BOUNDS = (
    (re.compile(r"hội quần chúng|các hội\b|mỗi hội\b", re.I), Bound.ASSOCIATIONS),
    (re.compile(r"đoàn thể|mặt trận|đoàn thanh niên|công đoàn", re.I), Bound.SOCIO_POLITICAL),
    (
        re.compile(
            r"(?:đảng bộ|cấp ủy|đảng ủy|tổ chức|chi bộ|chi ủy) cơ sở|chi(?: bộ)?, đảng bộ|đảng (?:bộ|ủy), chi (?:bộ|ủy)|"
            r"tổ chức cơ sở đảng|tccsđ",
            re.I,
        ),
        Bound.GRASSROOTS,
    ),
    (re.compile(r"(?:đảng bộ|đảng ủy) (?:các )?(?:xã|phường|thị trấn|đặc khu)", re.I), Bound.GRASSROOTS),
    (re.compile(r"chi bộ", re.I), Bound.CELLS),
    (re.compile(r"huyện|thị,|thành ủy|đảng ủy trực thuộc", re.I), Bound.UPPER),
    (re.compile(r"^(?:ban|văn phòng|ủy ban kiểm tra)\s", re.I), Bound.ITSELF),
)


def bound(words: str) -> Bound | None:
    """Which units under whoever speaks the words mean; None where they leave it open."""
    return next((found for cue, found in _BOUNDS if cue.search(words)), None)


def many(words: str) -> Bound | None:
    """The kind of units that "các …" names as a whole; None for one body, and where the kind is left open."""
    words = _MARKS.sub("", tidy(words))
    found = bound(words) if _MANY.match(words) else None
    return None if found == Bound.ITSELF else found


class Known:
    """The units of which a letter may speak, found by their names, those of their committees and their codes."""

    def __init__(self, versions: Iterable[UnitVersion]) -> None:
        self._found: dict[str, set[int]] = {}
        self._short: dict[str, set[int]] = {}
        self._versions: dict[int, UnitVersion] = {}
        for version in versions:
            self._add(version)

    def _add(self, version: UnitVersion) -> None:
        self._versions[version.unit_id] = version
        for name in filter(None, (version.name, version.committee)):
            self._found.setdefault(_key(name), set()).add(version.unit_id)
            if bare := short(name):
                self._short.setdefault(bare, set()).add(version.unit_id)
        self._found.setdefault(plain(version.unit.code), set()).add(version.unit_id)

    def named(self, words: str) -> UnitVersion | None:
        """The one unit that bears a name, as a party organisation or whole; a department alone is none."""
        key = _key(_MARKS.sub("", tidy(words)))
        return self._one(self._found.get(key)) if key else None

    def issuing(self, words: str) -> UnitVersion | None:
        """The one unit whose committee, or a body of it, bears a name; a name may break off: "Đảng ủy Khối"."""
        whole = self.named(words)
        if whole or not words:
            return whole
        key = plain(_MARKS.sub("", tidy(words)))
        rest = _BODY.sub("", key, count=1)
        return self._one(self._found.get(_key(rest))) or self._begun(_key(rest))

    def listed(self, words: str) -> UnitVersion | None:
        """The one unit that a line of a table names: there "Sở Một" is its party organisation."""
        key = _key(_MARKS.sub("", tidy(words)))
        return self.named(words) or self._one(self._short.get(key.partition(":")[2] or key))

    def _begun(self, key: str) -> UnitVersion | None:
        """The one party organisation whose name begins with a name, or with which a name begins."""
        if not key.startswith(("dang:", "chi:")):
            return None
        near = [
            units
            for name, units in self._found.items()
            if name.startswith(f"{key} ") or (key.startswith(f"{name} ") and ":" in name)
        ]
        return self._one(set().union(*near)) if near else None

    def _one(self, found: set[int] | None) -> UnitVersion | None:
        return self._versions[next(iter(found))] if found and len(found) == 1 else None


def short(name: str) -> str:
    """A party organisation's name without marks and without the words for what it is; empty for a name without them."""
    return _key(name).partition(":")[2]


def _key(name: str) -> str:
    """A name without marks, its words for a party organisation in one form."""
    key = plain(name)
    if found := _PARTY.match(key):
        return f"dang:{_dashed(key[found.end() :])}"
    if found := _CELL.match(key):
        return f"chi:{_dashed(key[found.end() :])}"
    return _dashed(key)


def _dashed(key: str) -> str:
    """Dashes and spaces around them in one form."""
    return re.sub(r"\s*[-–—]\s*", "-", key)
