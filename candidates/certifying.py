"""Issuing the certificates of a class in one go: one transaction, one number each, the dossier moved where the way goes on."""

from datetime import date

from django.db.models import F
from django.db.models.functions import Now

from candidates import certificates, guards, stages
from candidates.certificates import Line, Preview, Series
from candidates.enums import CLASS_PAPERS, ClassState
from candidates.guards import Case, Step
from candidates.models import Dossier, Enrolment, Paper, TrainingClass
from candidates.training import check_state, claim
from organizations import turns
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Refused


def certify(training: TrainingClass, said: Series, *, own: Reach, today: date, version: int) -> Preview:
    """Issue certificates to all who passed and have none, inside ``acting``; nobody gets one when anything stands against it.

    Whoever cannot get one is left out and takes up no number. A sympathiser moves on to "đã học lớp nhận thức"; whoever
    stands elsewhere only gets the paper.
    """
    current()
    check_may(own, Deed.RUN_CLASSES, training.unit)
    check_state(training, today, ClassState.CLOSED)
    _lock(training, said)
    made = certificates.preview(training, said, own, today)
    if made.against:
        raise Refused(*made.against)
    if not made.issued:
        raise Refused("Không có ai được cấp giấy chứng nhận; hãy ghi kết quả “Đạt” hoặc xem lý do ở từng người.")
    claim(training, version, issuer=made.issuer, certified_on=said.issued_on)
    for line in made.issued:
        paper = (
            _move(line, _step(line, training, said, made), today) if line.move else _paper(line, training, said, made)
        )
        Enrolment.objects.filter(pk=line.enrolment.pk).update(certificate=paper)
    return made


def _lock(training: TrainingClass, said: Series) -> None:
    """Hold the dossiers of the roster, so that nobody moves them between the look and the writing; and the issuer's numbers
    of the year, so that no other class gives out the same ones.
    """
    held = Dossier.objects.select_for_update(of=("self",)).filter(enrolments__training_class=training)
    list(held.order_by("pk").values_list("pk"))
    issuer = said.issuer or certificates.issuer_of(training, said.issued_on)
    turns.take("certificates", training.kind, issuer.casefold(), said.issued_on.year)


def _step(line: Line, training: TrainingClass, said: Series, made: Preview) -> Step:
    return Step(on=said.issued_on, number=line.number, issuer=made.issuer, note=training.name)


def _move(line: Line, step: Step, today: date) -> Paper:
    """Make the step of the main line; the paper is the one that it brings."""
    dossier = line.enrolment.dossier
    if against := guards.reasons(Case(dossier, line.entry, line.move, step, today)):
        raise Refused(*(f"{dossier.person.full_name}: {reason}" for reason in against))
    return stages.make(dossier, line.move, step, dossier.version).paper


def _paper(line: Line, training: TrainingClass, said: Series, made: Preview) -> Paper:
    Dossier.objects.filter(pk=line.enrolment.dossier_id).update(version=F("version") + 1, updated_at=Now())
    return Paper.objects.create(
        dossier=line.enrolment.dossier,
        kind=CLASS_PAPERS[training.kind],
        number=line.number,
        issued_on=said.issued_on,
        issuer=made.issuer,
        expires_on=made.expires_on,
        expires_rule=made.expiry.rule if made.expiry else None,
    )
