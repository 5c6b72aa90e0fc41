"""Issuing the certificates of a class in one go: one transaction, one number each, the dossier moved where the way goes on."""

from datetime import date

from django.db.models import Q

from candidates import actions, acts, certificates, guards, stages, undoing
from candidates.certificates import Line, Preview, Series
from candidates.enums import CLASS_PAPERS, ActKind, BatchKind, ClassState
from candidates.guards import Case, Step
from candidates.models import Batch, Dossier, Enrolment, Paper, TrainingClass
from candidates.training import check_state, claim
from organizations import turns
from organizations.access import Reach, check_may
from organizations.acting import current
from organizations.enums import Deed
from organizations.errors import Refused

LONGEST = 200


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
    batch = acts.begin_batch(BatchKind.CERTIFICATES, training.unit, said.issued_on, training.name[:LONGEST])
    for line in made.issued:
        step = _step(line, training, said, made)
        paper = _move(line, step, today, batch) if line.move else _paper(line, training, step, made, batch)
        Enrolment.objects.filter(pk=line.enrolment.pk).update(certificate=paper)
    return made


def last_batch(training: TrainingClass) -> Batch | None:
    """Return the certificates of a class issued last in one go that stand; None where there are none."""
    papers = Paper.objects.filter(enrolment__training_class=training)
    found = Batch.objects.filter(
        Q(acts__papers__in=papers) | Q(acts__entries__paper__in=papers), kind=BatchKind.CERTIFICATES
    )
    return found.filter(acts__undone_at__isnull=True).select_related("unit").order_by("-pk").first()


def undo(training: TrainingClass, reason: str, *, own: Reach, today: date, version: int) -> int:
    """Take back the certificates issued last in one go, all or nothing, inside ``acting``; return how many."""
    current()
    check_may(own, Deed.RUN_CLASSES, training.unit)
    batch = last_batch(training)
    if batch is None:
        raise Refused("Lớp không có đợt cấp giấy chứng nhận nào để hủy, hoặc đợt cấp đã được hủy; hãy tải lại trang.")
    undone = undoing.undo_batch(batch, reason, own=own, today=today)
    left = training.enrolments.filter(certificate__isnull=False).exists()
    claim(training, version, **({} if left else {"issuer": "", "certified_on": None}))
    return undone


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


def _move(line: Line, step: Step, today: date, batch: Batch) -> Paper:
    """Make the step of the main line; the paper is the one that it brings."""
    dossier = line.enrolment.dossier
    if against := guards.reasons(Case(dossier, line.entry, line.move, step, today)):
        raise Refused(*(f"{dossier.person.full_name}: {reason}" for reason in against))
    return stages.make(dossier, line.move, step, dossier.version, batch=batch).paper


def _paper(line: Line, training: TrainingClass, step: Step, made: Preview, batch: Batch) -> Paper:
    dossier, kind = line.enrolment.dossier, CLASS_PAPERS[training.kind]
    actions.touch(dossier, dossier.version)
    words = f"Cấp {kind.label[0].lower()}{kind.label[1:]}"
    act = acts.begin(dossier, ActKind.RECORD, words, step.on, deed=Deed.RUN_CLASSES, batch=batch)
    return Paper.objects.create(
        dossier=dossier,
        kind=kind,
        number=step.number,
        issued_on=step.on,
        issuer=step.issuer,
        expires_on=made.expires_on,
        expires_rule=made.expiry.rule if made.expiry else None,
        act=act,
    )
