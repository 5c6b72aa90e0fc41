"""Words of the tests about forms: a dossier with everything that a form may tell, one with nothing, and what a file says."""

from datetime import date
from io import BytesIO

from pypdf import PdfReader

from candidates.enums import BallotBody, BallotOutcome, BallotSubject, IntroducerKind, PaperKind, Stage
from candidates.models import Chasing, Dossier, Introducer, Paper
from organizations import access
from organizations.enums import UnitKind
from organizations.models import Unit
from reports.forms import catalogue, filling, subject
from reports.forms.filling import Filled
from reports.forms.subject import Subject
from tests import people
from tests.candidates import merits, vettings, votes

NAME = "Nguyễn Văn An"
SLUGS = [form.slug for form in catalogue.FORMS]
# What the steps leave without a paper of its own, or with one of another kind.
_LOOSE = (PaperKind.OPINION_WORKPLACE, PaperKind.OPINION_RESIDENCE)


def sectional_cell(cast: people.Cast) -> Unit:
    """A cell under a section, so that every level of committee lies above it."""
    section = people.unit("B.1.S", "Đảng bộ bộ phận Ba", UnitKind.SECTION, cast.office)
    cell = people.unit("B.1.S.1", "Chi bộ Ba", UnitKind.CELL, section)
    people.tree.rebuild()
    return cell


def complete(cast: people.Cast) -> Dossier:
    """A dossier that went the whole way, with everything around it."""
    facts = {"sex": "male", "ethnic_group": "Tày", "religion": "Không", "youth_union": True}
    made = people.dossier(cast, Stage.OFFICIAL, where=sectional_cell(cast), **facts)
    merits.help_with(made, name="Lê Văn Giới")
    _supported(made)
    _voted(made)
    for kind in _LOOSE:
        Paper.objects.create(dossier=made, kind=kind, issued_on=date(2019, 9, 20), issuer="Công đoàn cơ sở")
    Paper.objects.filter(dossier=made, kind=PaperKind.COMMITTEE_RECOGNITION).update(void=True)
    Paper.objects.create(
        dossier=made, kind=PaperKind.COMMITTEE_RECOGNITION, number="07-NQ/ĐU", issued_on=date(2021, 1, 4)
    )
    check = vettings.check(made, letter="12-CV/ĐU", sent_member="Đỗ Văn Đi", is_related=False)
    Chasing.objects.create(verification=check, on=date(2021, 4, 1), number="15-CV/ĐU")
    return made


def _supported(made: Dossier) -> None:
    days = {"on": date(2019, 9, 25), "together_since": date(2015, 1, 5), "official_since": date(2010, 3, 2)}
    Introducer.objects.create(dossier=made, kind=IntroducerKind.MEMBER, name="Lê Văn Giới", **days)
    for kind, name in ((IntroducerKind.YOUTH_UNION, "Đoàn Sở Một"), (IntroducerKind.TRADE_UNION, "Công đoàn Sở Một")):
        Introducer.objects.create(dossier=made, kind=kind, name=name, on=date(2019, 9, 25))
    made.helpers.update(official_since=date(2010, 3, 2))


def _voted(made: Dossier) -> None:
    """The cell's votes and the committee's, beside those that the steps stored."""
    for each, day in (
        (BallotSubject.ADMISSION, date(2019, 10, 7)),
        (BallotSubject.RECOGNITION, date(2020, 12, 28)),
        (BallotSubject.STRIKING_OFF, date(2021, 1, 5)),
    ):
        votes.held(made, subject=each, held_on=day)
    votes.held(made, BallotBody.UPPER_STANDING, held_on=date(2019, 11, 18), outcome=BallotOutcome.PASSED)


def empty(cast: people.Cast) -> Dossier:
    """Somebody of whom nothing is known but the name and the year of birth."""
    return people.dossier(cast, full_name="Lê Thị Trống", birth_date=None, birth_year=1992)


def of(made: Dossier, slug: str, **more: object) -> Subject:
    """What a form sees of a dossier, looked at from TODAY by somebody who sees what is sensitive."""
    own = access.reach(people.User.objects.get(username="can"), people.TODAY)
    known = subject.dossiers(own).get(pk=made.pk)
    return Subject(known, people.TODAY, catalogue.find(slug), **{"sees_sensitive": True} | more)


def filled(made: Dossier, slug: str, **more: object) -> Filled:
    """A form filled for a dossier."""
    return filling.fill(of(made, slug, **more))


def words(found: Filled) -> str:
    """The text of a filled form."""
    return " ".join(line.words for line in found.paper.body)


def text(pdf: bytes) -> str:
    """The text of a file with single spaces."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


def fonts(pdf: bytes) -> list:
    """The fonts of a file."""
    pages = PdfReader(BytesIO(pdf)).pages
    return [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
