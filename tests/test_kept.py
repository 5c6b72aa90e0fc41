"""What is recorded stays: the database itself refuses to delete it, whoever asks and by whatever way."""

from collections.abc import Callable, Iterator

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, models, transaction

from candidates.enums import Stage
from candidates.models import (
    Act,
    AgendaItem,
    BackgroundCheck,
    Ballot,
    Batch,
    CertificateIssuer,
    Chasing,
    Commendation,
    Comment,
    Consent,
    DayCorrection,
    Difference,
    Dossier,
    Enrolment,
    FormerMembership,
    GivenTask,
    HandedOn,
    Handover,
    Helper,
    HelperRemark,
    Hold,
    HolidayYear,
    Introducer,
    ListReview,
    LocalCriterion,
    LocalFinding,
    Meeting,
    Membership,
    Nomination,
    Paper,
    PaperForm,
    Parameter,
    Person,
    Rating,
    Reconciliation,
    Regime,
    ReviewedLine,
    Scan,
    ScanSwitch,
    StageEntry,
    TrainingClass,
    Transfer,
)
from directives.models import (
    Addressee,
    Allocation,
    Binding,
    Citation,
    Conclusion,
    Delivery,
    Directive,
    Distribution,
    Escalation,
    Fulfilment,
    LetterFile,
    Obligation,
    OwnReading,
    ReadLetter,
    Reminded,
    Reminder,
    ReplyFile,
    Ruling,
    Target,
)
from organizations import clock
from organizations.acting import record_reading
from organizations.enums import Deed
from organizations.models import (
    Clause,
    Document,
    Explanation,
    Figure,
    Oversight,
    PeriodLock,
    Post,
    Reading,
    StandingOffice,
    UnitVersion,
)
from reports.models import (
    Adjustment,
    AskedUnit,
    Confirmation,
    ConfirmedFigure,
    DraftVersion,
    DroppedReport,
    FiguresRuling,
    FrozenList,
    FrozenReport,
    IssuedReport,
    LateReason,
    PeriodRound,
    PrintJob,
    ReportDraft,
    SavedReport,
)
from tests import databases, duties, issues, people, quotas, rounds, training
from tests.candidates import agendas, handed, holds, laid, merits, vettings, votes

KEPT = (
    Person, Dossier, StageEntry, Paper, Regime, Parameter, Document, Clause, Target, Allocation, Figure, Post, UnitVersion,
    Oversight, StandingOffice, Explanation,
    Membership, Nomination, Rating, Commendation, Helper, GivenTask, Introducer, LocalCriterion, Distribution,
    BackgroundCheck, Chasing, Consent, FormerMembership, LocalFinding, Ballot, DayCorrection, HolidayYear,
    Act, Batch, Hold, Comment, Transfer,
    Meeting, AgendaItem, ListReview, ReviewedLine, HelperRemark,
    CertificateIssuer, TrainingClass, Enrolment, PaperForm, Handover,
    HandedOn, Reconciliation, Difference, Scan, ScanSwitch,
    Addressee, Citation, OwnReading, Obligation, Fulfilment,
    Binding, ReplyFile, Ruling, Reminder, Reminded, Escalation, Conclusion,
    Delivery, Directive, LetterFile,
    ReadLetter,
    PrintJob,
    PeriodRound, PeriodLock,
    SavedReport,
)  # fmt: skip
WRITTEN_ONCE = (
    Reading, FrozenReport, FrozenList, IssuedReport, DroppedReport,
    AskedUnit, Confirmation, ConfirmedFigure, Adjustment, FiguresRuling, LateReason,
    ReportDraft, DraftVersion,
)  # fmt: skip
# A column of each that somebody might want to change.
CHANGED = {
    Reading: {"people": 0},
    FrozenReport: {"content": "{}"},
    FrozenList: {"members": []},
    IssuedReport: {"number": "1"},
    DroppedReport: {"reason": ""},
    ReportDraft: {"code": ""},
    DraftVersion: {"paragraphs": []},
    AskedUnit: {"unit": None},
    Confirmation: {"comment": "khác"},
    ConfirmedFigure: {"value": 0, "members": []},
    Adjustment: {"reason": "khác"},
    FiguresRuling: {"words": "khác"},
    LateReason: {"words": "khác"},
}


@pytest.fixture(scope="module")
def laid_once(django_db_setup, django_db_blocker) -> Iterator[people.Cast]:
    """A row of every kind that is kept, for all tests here: what they try is refused."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = people.cast()
        _record(cast)
        databases.settle()
        yield cast
        transaction.set_rollback(True)


@pytest.fixture
def recorded(laid_once, db) -> people.Cast:
    return laid_once


def _record(cast: people.Cast) -> None:
    merits.around(people.dossier(cast, Stage.SYMPATHISER))
    vettings.around(people.dossier(cast))
    training.around(people.dossier(cast))
    votes.held(people.dossier(cast))
    agendas.around(people.dossier(cast))
    holds.comment(people.dossier(cast))
    holds.sent(people.dossier(cast))
    Batch.objects.create(kind="review", unit=cast.cell, on=people.TODAY)
    laid.handed(people.dossier(cast), cast.bloc)
    handed.around(cast)
    ScanSwitch.objects.create(is_on=True, on=people.TODAY, reason="Kế hoạch")
    DayCorrection.objects.create(day=people.TODAY, kind="off", source="Thông báo")
    HolidayYear.objects.create(year=2021, source="Thông báo", confirmed_by=cast.officer, confirmed_on=people.TODAY)
    people.nomination(cast, member_since=people.FOUNDED)
    people.declare(cast.office, people.TODAY, 100)
    StandingOffice.objects.create(organisation=cast.association, arrangement="none", valid_from=people.FOUNDED)
    Explanation.objects.create(
        unit=cast.association, on=people.TODAY, remedy="Giao đảng viên giúp đỡ", declared_by="Hội"
    )
    duties.around(cast)
    duties.followed(cast)
    target = people.target(cast.bloc)
    quotas.issued(target, {cast.office: 3})
    record_reading(cast.officer, Deed.PRINT_NAMES, "Danh sách", 45)
    days = dict.fromkeys(("on", "first_day", "last_day"), people.TODAY)
    PrintJob.objects.create(
        by=cast.officer, code="do", unit=cast.bloc, reading="then", named=False, asked_at=clock.now(), **days
    )
    SavedReport.objects.create(
        by=cast.officer, name="Quý", code="bieu-2", unit=cast.bloc, rule="quarter", reading="then", named=False,
        saved_on=people.TODAY,
    )  # fmt: skip
    issues.entered(issues.row(cast.bloc))
    DroppedReport.objects.create(frozen=issues.row(cast.bloc), on=people.TODAY, reason="Sai kỳ")
    issues.drafted(cast.bloc)
    rounds.around(cast)


def guarded(name: str) -> set[type[models.Model]]:
    """The models whose table bears the trigger ``name``."""
    return {
        model for model in apps.get_models() if name in {made.name for made in getattr(model._meta, "triggers", ())}
    }


def delete(model: type[models.Model]) -> None:
    """Delete past Django, which would refuse by itself what other rows point to."""
    with connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{model._meta.db_table}"')


def change(model: type[models.Model]) -> None:
    model.objects.update(**CHANGED[model])


REFUSED = [(delete, model, "Cannot delete rows") for model in KEPT]
REFUSED += [(do, model, "Cannot update or delete rows") for do in (delete, change) for model in WRITTEN_ONCE]


@pytest.mark.parametrize(
    ("do", "model", "words"), REFUSED, ids=[f"{do.__name__} {model.__name__}" for do, model, _ in REFUSED]
)
def test_the_database_refuses_to(recorded, do: Callable, model: type[models.Model], words: str):
    before = list(model.objects.order_by("pk").values())
    with pytest.raises(ProgrammingError, match=words), transaction.atomic():
        do(model)
    assert list(model.objects.order_by("pk").values()) == before != []


def test_the_table_holds_every_kind_that_is_kept():
    assert guarded("kept_for_ever") == set(KEPT)
    assert guarded("written_once") == set(WRITTEN_ONCE)
