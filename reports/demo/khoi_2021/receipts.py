"""Organisations that received the letter, and cells that made it known after 21-6-2021; the demo secretary's has not yet."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from directives.enums import ObligationKind
from directives.models import Delivery, Directive, Fulfilment
from organizations.formats import date_vn
from organizations.models import Unit
from reports.demo.khoi_2021.tree import Body
from reports.demo.lives import working_day

FIRST = date(2021, 6, 23)
WITHIN_DAYS = 25
SHARE = 0.85


def make_known(random: Random, letter: Directive, found: Sequence[Body], desk: Unit) -> None:
    """Record the receipts of most cells."""
    duty = letter.obligations.get(kind=ObligationKind.MAKE_KNOWN)
    cells = [cell for body in found for cell in body.cells if cell != desk and random.random() < SHARE]
    days = [working_day(FIRST + timedelta(days=random.randint(0, WITHIN_DAYS))) for _ in cells]
    Fulfilment.objects.bulk_create(
        Fulfilment(
            obligation=duty,
            unit=cell,
            on=day,
            words=f"Phổ biến tại cuộc họp chi bộ ngày {date_vn(day)}",
            people=random.randint(8, 26),
        )
        for cell, day in zip(cells, days, strict=True)
    )


def receive(random: Random, letter: Directive, found: Sequence[Body], waits: Unit) -> None:
    """Record that the grassroots organisations received the letter within days; one has not said so yet."""
    Delivery.objects.bulk_create(
        Delivery(
            directive=letter,
            unit=body.unit,
            on=working_day(letter.document.issued_on + timedelta(days=random.randint(0, 4))),
            book_number=str(random.randint(180, 420)),
        )
        for body in found
        if body.unit != waits
    )
