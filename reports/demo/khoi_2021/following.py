"""An invented letter that asks for a quarterly report, and what came of it: replies in time, late, accepted, returned, let
off, silent units asked again twice, and a remark on a report that became a duty."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from directives.enums import Bound, ObligationKind, Repeats, ReportCode, RulingKind
from directives.models import (
    Conclusion,
    Directive,
    Fulfilment,
    Obligation,
    Reminded,
    Reminder,
    Ruling,
)
from organizations.enums import DocumentKind
from organizations.formats import date_vn
from organizations.models import Document, Unit, User
from reports.demo.khoi_2021.tree import Body
from reports.demo.letters.letter_259 import COMMITTEE
from reports.demo.letters.writing import address, oblige, write_clauses
from reports.demo.lives import working_day

ISSUED, DUE = date(2021, 3, 15), date(2021, 4, 15)
YEAR, QUARTER = 2021, 1
INVENTED = "Văn bản do bộ dữ liệu minh họa đặt ra, không có thật."
REPORTED_ON, SAID_ON, EXPLAIN_BY = date(2021, 4, 30), date(2021, 5, 7), date(2021, 5, 20)
# Number and day of the letters to those who had not replied.
LETTERS = (("288-CV/ĐUK", date(2021, 4, 22)), ("303-CV/ĐUK", date(2021, 5, 12)))
# Every so many-th organisation: silent, late, returned, not judged yet.
SILENT_EVERY, LATE_EVERY, RETURNED_EVERY, UNJUDGED_EVERY = 14, 9, 23, 8
NEW_TERM = date(2021, 5, 14)


def tell(random: Random, bloc: Unit, found: Sequence[Body], users: dict[str, User]) -> None:
    """Write the letter, the replies of its first quarter, the letters to the silent ones, and the remark on a report."""
    duty = _letter(bloc)
    bodies = [body for body in found if body.unit != bloc]
    for place, body in enumerate(bodies, start=1):
        if place == len(bodies):
            _let_off(duty, body.unit, users["canbo"])
        elif place % SILENT_EVERY:
            _reply(random, duty, place, body, users)
    _remind(duty, [body.unit for place, body in enumerate(bodies[:-1], start=1) if not place % SILENT_EVERY], users)
    _remark(bloc, next(body for body in bodies if len(body.cells) > 1), users)


def _letter(bloc: Unit) -> Obligation:
    document = Document.objects.create(
        kind=DocumentKind.LETTER,
        number="241-CV/ĐUK",
        issuer=COMMITTEE,
        issued_on=ISSUED,
        subject="V/v báo cáo kết quả tạo nguồn, kết nạp đảng viên hằng quý (văn bản minh họa)",
        note=INVENTED,
    )
    directive = Directive.objects.create(document=document, issuing_unit=bloc)
    summary = "Cấp ủy cơ sở báo cáo kết quả tạo nguồn, kết nạp đảng viên từng quý; quý I trước ngày 15/4/2021."
    (clause,) = write_clauses(document, [("Nội dung", summary)])
    address(directive, ("Các cấp ủy cơ sở trực thuộc",), ("Lưu văn phòng",))
    more = {"from_on": ISSUED, "due_on": DUE, "repeats": Repeats.QUARTERLY, "needs_accepting": True}
    words = "Báo cáo kết quả tạo nguồn, kết nạp đảng viên trong quý"
    return oblige(
        directive, clause, ObligationKind.REPORT, words, bloc, Bound.GRASSROOTS, actor="Các cấp ủy cơ sở", **more
    )


def _reply(random: Random, duty: Obligation, place: int, body: Body, users: dict[str, User]) -> None:
    late = place % LATE_EVERY == 0
    day = working_day(
        DUE + timedelta(days=random.randint(2, 18)) if late else DUE - timedelta(days=random.randint(1, 9))
    )
    said = {"words": f"Báo cáo của {body.name} ngày {date_vn(day)}", "by": users["vanphong"]}
    if place % 5 == 0:
        said |= {"report": ReportCode.PROGRESS, "report_on": date(2021, 3, 31)}
    key = {"obligation": duty, "unit": body.unit, "year": YEAR, "part": QUARTER}
    returned = place % RETURNED_EVERY == 0
    judged_on = working_day(day + timedelta(days=random.randint(1, 4)))
    made = Fulfilment.objects.create(**key, on=day, returned_on=judged_on if returned else None, **said)
    if returned:
        words = {"kind": RulingKind.RETURNED, "words": "Chưa có số liệu nguồn theo chi bộ", "due_on": NEW_TERM}
        Ruling.objects.create(**key, fulfilment=made, on=judged_on, by=users["canbo"], **words)
    elif place % UNJUDGED_EVERY:
        Ruling.objects.create(**key, fulfilment=made, on=judged_on, by=users["canbo"], kind=RulingKind.ACCEPTED)


def _let_off(duty: Obligation, unit: Unit, by: User) -> None:
    said = {
        "kind": RulingKind.EXEMPT,
        "on": date(2021, 4, 5),
        "words": "Đang sắp xếp lại tổ chức, báo cáo gộp vào quý II",
    }
    Ruling.objects.create(obligation=duty, unit=unit, year=YEAR, part=QUARTER, by=by, **said)


def _remind(duty: Obligation, silent: Sequence[Unit], users: dict[str, User]) -> None:
    for before, (number, day) in enumerate(LETTERS):
        letter = {"number": number, "on": day, "issued_on": day, "reply_by": day + timedelta(days=10)}
        sent = Reminder.objects.create(
            directive=duty.directive, unit=duty.directive.issuing_unit, by=users["canbo"], **letter
        )
        Reminded.objects.bulk_create(_lines(sent, duty, silent, before))


def _lines(sent: Reminder, duty: Obligation, silent: Sequence[Unit], before: int) -> Iterator[Reminded]:
    for unit in silent:
        key = {"obligation": duty, "unit": unit, "year": YEAR, "part": QUARTER}
        yield Reminded(reminder=sent, due_on=DUE, before=before, **key)


def _remark(bloc: Unit, body: Body, users: dict[str, User]) -> None:
    """What Thường trực remarked on the report of April: one organisation explains its sources."""
    document = Document.objects.create(
        kind=DocumentKind.NOTICE,
        issuer="Thường trực Đảng ủy Khối",
        issued_on=SAID_ON,
        subject="Ý kiến về báo cáo tiến độ kết nạp đảng viên 4 tháng đầu năm 2021 (văn bản minh họa)",
        note=INVENTED,
    )
    directive = Directive.objects.create(document=document, issuing_unit=bloc)
    summary = "Đơn vị có nguồn nhưng chưa kết nạp được người nào giải trình nguyên nhân."
    (clause,) = write_clauses(document, [("Ý kiến", summary)])
    Conclusion.objects.create(directive=directive, report=ReportCode.PROGRESS, unit=bloc, report_on=REPORTED_ON)
    words = "Giải trình nguyên nhân chậm kết nạp, nêu biện pháp 6 tháng cuối năm"
    more = {"due_on": EXPLAIN_BY, "needs_accepting": True}
    duty = oblige(directive, clause, ObligationKind.REPORT, words, body.unit, Bound.ITSELF, **more)
    said = {"on": EXPLAIN_BY - timedelta(days=2), "words": f"Giải trình của {body.name}", "by": users["vanphong"]}
    Fulfilment.objects.create(obligation=duty, unit=body.unit, **said)
