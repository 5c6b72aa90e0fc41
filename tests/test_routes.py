"""Every address of the product: who gets in, who is turned away, and how; a new route without a row here fails."""

from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from candidates.models import (
    DayCorrection,
    Difference,
    Dossier,
    LocalCriterion,
    Membership,
    Nomination,
    PaperForm,
    Reconciliation,
    Scan,
)
from directives.enums import ObligationKind
from directives.models import Citation, LetterFile, Obligation, OwnReading, Reminder, ReplyFile, Ruling, Target
from organizations import clock
from organizations.enums import Deed
from organizations.models import User
from reports.models import FrozenReport, IssuedReport, PeriodRound, PrintJob, SavedReport
from tests import databases, duties, issues, people, quotas, rounds, training
from tests.candidates import agendas, handed, holds, laid, merits, provinces, vettings, votes

VERBS = ("GET", "POST", "PUT", "PATCH", "DELETE")
# Sign-in and sign-out are allauth's own: they must be open to those who have not signed in.
OPEN = {"account_login", "account_logout", "mfa_authenticate"}
# Pages about one's own sign-in: open to whoever is signed in, for nobody but themselves; their tests are in test_signin.
MINE = {
    "account_change_password",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
}


@dataclass(frozen=True)
class Scene:
    """What the routes are asked about: the cast, one dossier of its cell, one target of its bloc, one nomination to its cell,
    a local criterion of its bloc, an officer of a province, a decided dossier of its cell with what hands it on, and everybody's
    browser by their key.

    The person of the dossier is a member of the association.
    """

    cast: people.Cast
    dossier: Dossier
    target: Target
    nomination: Nomination
    provincial: User
    criterion: LocalCriterion
    decided: Dossier
    browsers: dict[int, Client]


@dataclass(frozen=True)
class Row:
    """A route: its deed, sample arguments, its verbs, who may use it with which answer, who may not although they see it.

    ``owned`` says that the address names something of a unit, which a stranger must not find.
    """

    deed: Deed
    args: Callable[[Scene], list] = lambda scene: []
    verbs: tuple[str, ...] = ("GET",)
    right: str = "secretary"
    answer: int = 200
    refused: str = ""
    owned: bool = False


def _code(scene: Scene) -> list:
    return [scene.dossier.code]


def _nomination(scene: Scene) -> list:
    return [scene.nomination.pk]


def _handed(scene: Scene) -> list:
    return [scene.decided.code]


def _mark(scene: Scene) -> list:
    return [scene.decided.code, scene.decided.handed_on_rows.get().pk]


def _reconciliation(scene: Scene) -> list:
    return [Reconciliation.objects.get().pk]


def _difference(scene: Scene) -> list:
    return [*_reconciliation(scene), Difference.objects.get().pk]


def _scans(scene: Scene) -> list:
    return [scene.decided.code, Scan.objects.get().paper_id]


def _scan(scene: Scene) -> list:
    return [*_scans(scene), Scan.objects.get().pk]


def _membership(scene: Scene) -> list:
    return [scene.dossier.code, scene.dossier.person.memberships.get().pk]


def _kind(scene: Scene) -> list:
    return [scene.dossier.code, "xep-loai"]


def _helper(scene: Scene) -> list:
    return [scene.dossier.code, scene.dossier.helpers.get().pk]


def _check(scene: Scene) -> list:
    return [scene.dossier.code, scene.dossier.checks.get().pk]


def _chasing(scene: Scene) -> list:
    return [*_check(scene), scene.dossier.checks.get().chasings.get().pk]


def _form(scene: Scene) -> list:
    return [scene.dossier.code, "bien-nhan"]


def _helper_record(scene: Scene) -> list:
    return [scene.dossier.code, "nguoi-giup-do", scene.dossier.helpers.get().pk]


def _paper(scene: Scene) -> list:
    return [scene.dossier.code, scene.dossier.papers.get(kind="opinions_summary").pk]


def _handover(scene: Scene) -> list:
    return [scene.dossier.handovers.get().pk]


def _paper_form(scene: Scene) -> list:
    return [PaperForm.objects.first().pk]


def _ballot(scene: Scene) -> list:
    return [scene.dossier.code, scene.dossier.ballots.get().pk]


def _meeting(scene: Scene) -> list:
    return [scene.dossier.agenda.get().meeting_id]


def _agenda_item(scene: Scene) -> list:
    return [*_meeting(scene), scene.dossier.agenda.get().pk]


def _review(scene: Scene) -> list:
    return [scene.dossier.reviews.get().review_id]


def _hold(scene: Scene) -> list:
    return [scene.dossier.code, scene.dossier.holds.get().pk]


def _comment(scene: Scene) -> list:
    return [scene.dossier.code, scene.dossier.holds.get().comments.get().pk]


def _transfer(scene: Scene) -> list:
    return [scene.cast.cell.arrivals.get().pk]


def _association(scene: Scene) -> list:
    return [scene.cast.association.code]


def _username(scene: Scene) -> list:
    return [scene.cast.secretary.username]


def _post(scene: Scene) -> list:
    return [scene.cast.secretary.username, scene.cast.secretary.posts.get().pk]


def _report(scene: Scene) -> list:
    return ["tien-do"]


def _units_of_report(scene: Scene) -> list:
    return ["bieu-2", "grassroots"]


def _lesson(scene: Scene) -> list:
    return [scene.dossier.enrolments.get().training_class_id]


def _duty() -> list:
    return list(Obligation.objects.values_list("directive", "pk").get(kind=ObligationKind.MAKE_KNOWN))


def _units_target(scene: Scene) -> int:
    return quotas.people_asked(scene.cast.bloc, 2, measure="units_admitting").pk


def _version(scene: Scene) -> int:
    return quotas.issued(scene.target, {scene.cast.office: 2}).pk


def _targets_duty() -> int:
    return Obligation.objects.get(kind=ObligationKind.TARGETS).directive_id


def _reading() -> list:
    return list(OwnReading.objects.values_list("directive", "pk").get())


def _replied(scene: Scene) -> list:
    """The duty of the cell with a reply and the superior's word."""
    made = Obligation.objects.get(kind=ObligationKind.REPORT)
    return [made.directive_id, made.pk, scene.cast.cell.code]


def _late(scene: Scene) -> list:
    """The duty of the cell that was asked again twice."""
    made = Obligation.objects.get(due_on=duties.DUE)
    return [made.directive_id, made.pk, scene.cast.cell.code]


def _frozen(scene: Scene) -> list:
    return [FrozenReport.objects.get(issued=None).pk]


def _round(scene: Scene) -> list:
    return [PeriodRound.objects.get().pk]


def _place(scene: Scene) -> list:
    return [*_round(scene), scene.cast.office.code]


def _reminder(scene: Scene) -> list:
    return [_late(scene)[0], Reminder.objects.order_by("pk").values_list("pk", flat=True)[0]]


def _stub() -> list:
    return [Citation.objects.get(document__directive=None).document_id]


def _file() -> list:
    return list(LetterFile.objects.values_list("directive", "pk").get())


def _student(scene: Scene) -> list:
    return [*_lesson(scene), scene.dossier.enrolments.get().pk]


def _regime(scene: Scene) -> list:
    return ["QD29"]


def _value(scene: Scene) -> list:
    return ["QD29", "age_from"]


def _criterion(scene: Scene) -> list:
    return [scene.criterion.pk]


def _day(scene: Scene) -> list:
    made, _ = DayCorrection.objects.get_or_create(day=people.TODAY, defaults={"kind": "off", "source": "TB"})
    return [made.pk]


def _job(scene: Scene) -> list:
    """A finished paper of the officer's own."""
    made, _ = PrintJob.objects.get_or_create(
        by=scene.cast.officer,
        code="chua-ket-nap",
        unit=scene.cast.bloc,
        on=people.TODAY,
        first_day=people.TODAY,
        last_day=people.TODAY,
        reading="then",
        named=False,
        defaults={"state": "done", "percent": 100, "pdf": b"%PDF", "asked_at": clock.now(), "ended_at": clock.now()},
    )
    return [made.pk]


def _saved(scene: Scene) -> list:
    """Parameters that the officer saved."""
    known = {"rule": "month", "reading": "then", "named": False, "saved_on": people.TODAY}
    made, _ = SavedReport.objects.get_or_create(
        by=scene.cast.officer, name="Hằng tháng", code="bieu-2", unit=scene.cast.bloc, defaults=known
    )
    return [made.pk]


_WRITES = ("GET", "POST")
_OF_A_CLASS = Row(Deed.SEE_CLASSES, _lesson, _WRITES, right="trainer", refused="secretary", owned=True)
_NATIONAL = {"verbs": _WRITES, "right": "provincial", "refused": "officer"}
ROUTES = {
    "reports:desk": Row(Deed.SEE_DESK),
    "reports:catalogue": Row(Deed.PRINT_REPORT, right="leader", refused="secretary"),
    "reports:report": Row(Deed.PRINT_REPORT, _report, right="leader", refused="secretary"),
    "reports:units": Row(Deed.PRINT_REPORT, _units_of_report, right="leader", refused="secretary"),
    "reports:pdf": Row(Deed.PRINT_REPORT, _report, right="officer", refused="secretary"),
    "reports:slip": Row(Deed.PRINT_REPORT, _report, right="officer", refused="secretary"),
    "reports:excel": Row(Deed.PRINT_REPORT, _report, right="officer", refused="secretary"),
    "reports:evidence": Row(Deed.PRINT_REPORT, right="leader", answer=302, refused="secretary"),
    "reports:target": Row(Deed.SEE_STATISTICS, lambda scene: [scene.target.pk], right="leader", refused="secretary"),
    "reports:forms": Row(Deed.PRINT_FORM, _code, refused="leader", owned=True),
    "reports:form": Row(Deed.PRINT_FORM, _form, refused="leader", owned=True),
    "reports:form_pdf": Row(Deed.PRINT_FORM, _form, refused="leader", owned=True),
    "reports:submission": Row(Deed.PRINT_FORM, right="office_worker", refused="leader"),
    "reports:submission_pdf": Row(Deed.PRINT_FORM, right="office_worker", answer=302, refused="leader"),
    "reports:checks": Row(Deed.SEE_DOSSIERS, right="leader", refused="mass_officer"),
    "reports:chasing_letters": Row(Deed.PRINT_FORM, right="office_worker", refused="leader"),
    "organizations:as_at": Row(Deed.CHOOSE_DATE, verbs=("POST",), answer=302),
    "organizations:roles": Row(Deed.SEE_UNITS, right="leader"),
    "organizations:units": Row(Deed.SEE_UNITS, answer=302),
    "organizations:accounts": Row(Deed.MANAGE_ACCOUNTS, right="administrator", refused="officer"),
    "organizations:account_new": Row(Deed.MANAGE_ACCOUNTS, verbs=_WRITES, right="administrator", refused="officer"),
    "organizations:account": Row(Deed.MANAGE_ACCOUNTS, _username, right="administrator", refused="officer"),
    "organizations:account_post": Row(
        Deed.MANAGE_ACCOUNTS, _username, _WRITES, right="administrator", refused="officer"
    ),
    "organizations:account_end": Row(Deed.MANAGE_ACCOUNTS, _post, _WRITES, right="administrator", refused="officer"),
    "organizations:account_change": Row(
        Deed.MANAGE_ACCOUNTS,
        lambda scene: [*_username(scene), "khoa"],
        _WRITES,
        right="administrator",
        refused="officer",
    ),
    "organizations:end_other_sessions": Row(Deed.SEE_DESK, verbs=("POST",), answer=302),
    "organizations:audit": Row(Deed.SEE_AUDIT, right="auditor", refused="leader"),
    "organizations:readings": Row(Deed.SEE_AUDIT, right="auditor", refused="leader"),
    "organizations:unit": Row(Deed.SEE_UNITS, lambda scene: [scene.cast.cell.code], owned=True),
    "organizations:declare": Row(
        Deed.SEE_UNITS, lambda scene: [scene.cast.office.code], _WRITES, right="officer", refused="leader", owned=True
    ),
    "organizations:review": Row(
        Deed.SEE_UNITS,
        lambda scene: [scene.cast.office.code],
        _WRITES,
        right="office_worker",
        refused="leader",
        owned=True,
    ),
    "organizations:organisations": Row(Deed.SEE_ORGANISATIONS, right="mass_officer", refused="trainer"),
    "organizations:organisation": Row(Deed.SEE_ORGANISATIONS, _association, right="mass_officer", owned=True),
    "organizations:organisation_figures": Row(
        Deed.SEE_ORGANISATIONS, _association, _WRITES, right="mass_officer", refused="leader", owned=True
    ),
    "organizations:organisation_new": Row(Deed.KEEP_ORGANISATIONS, verbs=_WRITES, right="officer", refused="leader"),
    **{
        f"organizations:organisation_{deed}": Row(
            Deed.SEE_ORGANISATIONS, _association, _WRITES, right="officer", refused="mass_officer", owned=True
        )
        for deed in ("change", "follow", "office", "end")
    },
    "candidates:list": Row(Deed.SEE_DOSSIERS, right="leader"),
    "candidates:new": Row(Deed.ADD_CANDIDATE, verbs=_WRITES, refused="leader"),
    "candidates:dossier": Row(Deed.SEE_DOSSIERS, _code, right="leader", owned=True),
    "candidates:compare": Row(Deed.SEE_DOSSIERS, _code, owned=True),
    "candidates:edit": Row(Deed.SEE_DOSSIERS, _code, _WRITES, refused="leader", owned=True),
    "candidates:step": Row(
        Deed.SEE_DOSSIERS, lambda scene: [scene.dossier.code, "sympathiser"], _WRITES, refused="leader", owned=True
    ),
    "candidates:extension": Row(Deed.SEE_DOSSIERS, _code, _WRITES, right="officer", refused="secretary", owned=True),
    "candidates:receipt": Row(Deed.SEE_DOSSIERS, _code, _WRITES, refused="leader", owned=True),
    "candidates:correct": Row(Deed.SEE_DOSSIERS, _code, _WRITES, refused="leader", owned=True),
    "candidates:undo": Row(Deed.SEE_DOSSIERS, _code, _WRITES, refused="leader", owned=True),
    "candidates:meetings": Row(Deed.SEE_DOSSIERS, right="leader"),
    "candidates:meeting_new": Row(Deed.HOLD_MEETING, verbs=_WRITES, right="officer", refused="leader"),
    "candidates:mark": Row(Deed.HOLD_MEETING, verbs=_WRITES, right="officer", refused="leader"),
    "candidates:meeting": Row(Deed.SEE_DOSSIERS, _meeting, right="leader", owned=True),
    **{
        f"candidates:meeting_{work}": Row(Deed.SEE_DOSSIERS, _meeting, _WRITES, refused="leader", owned=True)
        for work in ("off", "apply", "undo")
    },
    "candidates:take_off": Row(Deed.SEE_DOSSIERS, _agenda_item, _WRITES, refused="leader", owned=True),
    "candidates:reviews": Row(Deed.SEE_DOSSIERS, right="leader"),
    "candidates:review": Row(
        Deed.SEE_DOSSIERS, lambda scene: [scene.cast.cell.code], _WRITES, refused="leader", owned=True
    ),
    "candidates:reviewed": Row(Deed.SEE_DOSSIERS, _review, right="leader", owned=True),
    "candidates:review_undo": Row(Deed.SEE_DOSSIERS, _review, _WRITES, refused="leader", owned=True),
    "candidates:lacking": Row(Deed.SEE_DOSSIERS, right="leader"),
    "candidates:record": Row(Deed.SEE_DOSSIERS, _kind, _WRITES, refused="leader", owned=True),
    "candidates:record_correct": Row(Deed.SEE_DOSSIERS, _helper_record, _WRITES, refused="leader", owned=True),
    "candidates:end_help": Row(Deed.SEE_DOSSIERS, _helper, _WRITES, refused="leader", owned=True),
    "candidates:ballots": Row(Deed.SEE_DOSSIERS, _code, _WRITES, refused="leader", owned=True),
    "candidates:ballot_correct": Row(Deed.SEE_DOSSIERS, _ballot, _WRITES, refused="leader", owned=True),
    "candidates:hold": Row(
        Deed.SEE_DOSSIERS, lambda scene: [scene.dossier.code, "paused"], _WRITES, refused="leader", owned=True
    ),
    "candidates:end_hold": Row(Deed.SEE_DOSSIERS, _hold, _WRITES, right="appraiser", refused="leader", owned=True),
    "candidates:comment": Row(Deed.SEE_DOSSIERS, _hold, _WRITES, right="appraiser", refused="secretary", owned=True),
    "candidates:fix": Row(Deed.SEE_DOSSIERS, _comment, _WRITES, refused="appraiser", owned=True),
    "candidates:close": Row(Deed.SEE_DOSSIERS, _comment, _WRITES, right="officer", refused="secretary", owned=True),
    "candidates:transfer": Row(Deed.SEE_DOSSIERS, _code, _WRITES, refused="leader", owned=True),
    "candidates:arrivals": Row(Deed.SEE_DOSSIERS, right="leader", refused="mass_officer"),
    "candidates:receive": Row(Deed.SEE_DOSSIERS, _transfer, _WRITES, refused="leader", owned=True),
    "candidates:refuse": Row(Deed.SEE_DOSSIERS, _transfer, _WRITES, refused="leader", owned=True),
    "candidates:reopen": Row(Deed.SEE_DOSSIERS, _code, _WRITES, refused="leader", owned=True),
    "candidates:chase": Row(Deed.SEE_DOSSIERS, _check, _WRITES, refused="leader", owned=True),
    "candidates:chase_correct": Row(Deed.SEE_DOSSIERS, _chasing, _WRITES, refused="leader", owned=True),
    "candidates:answer_check": Row(Deed.SEE_DOSSIERS, _check, _WRITES, refused="leader", owned=True),
    "candidates:papers": Row(Deed.SEE_DOSSIERS, _code, right="leader", owned=True),
    "candidates:papers_check": Row(
        Deed.SEE_DOSSIERS, _code, _WRITES, right="appraiser", refused="secretary", owned=True
    ),
    "candidates:paper_record": Row(
        Deed.SEE_DOSSIERS, lambda scene: [scene.dossier.code, "biography"], _WRITES, refused="leader", owned=True
    ),
    "candidates:paper_correct": Row(Deed.SEE_DOSSIERS, _paper, _WRITES, refused="leader", owned=True),
    "candidates:paper_uncheck": Row(
        Deed.SEE_DOSSIERS, _paper, _WRITES, right="appraiser", refused="secretary", owned=True
    ),
    "candidates:handovers": Row(Deed.SEE_DOSSIERS, right="leader"),
    "candidates:handover": Row(Deed.SEE_DOSSIERS, _code, _WRITES, right="leader", owned=True),
    "candidates:handover_correct": Row(
        Deed.SEE_DOSSIERS, _handover, _WRITES, right="office_worker", refused="secretary", owned=True
    ),
    "candidates:handing": Row(Deed.HAND_ON, right="officer", refused="leader"),
    "candidates:handing_excel": Row(Deed.HAND_ON, right="officer", refused="secretary"),
    "candidates:reconcile": Row(Deed.HAND_ON, verbs=_WRITES, right="officer", refused="leader"),
    "candidates:reconciliation": Row(Deed.HAND_ON, _reconciliation, right="officer", refused="leader"),
    "candidates:settle": Row(Deed.HAND_ON, _difference, _WRITES, right="officer", refused="leader"),
    "candidates:sheet": Row(Deed.HAND_ON, _handed, right="officer", refused="secretary"),
    "candidates:hand_on": Row(Deed.HAND_ON, _handed, _WRITES, right="officer", refused="secretary"),
    "candidates:hand_on_correct": Row(Deed.HAND_ON, _mark, _WRITES, right="officer", refused="secretary"),
    "candidates:scans": Row(Deed.SEE_SCANS, _scans, _WRITES, refused="leader", owned=True),
    "candidates:scan": Row(Deed.SEE_SCANS, _scan, answer=302, refused="leader", owned=True),
    "candidates:scan_correct": Row(Deed.SEE_SCANS, _scan, _WRITES, refused="leader", owned=True),
    "scans:switch": Row(Deed.SWITCH_SCANS, verbs=_WRITES, right="administrator", refused="officer"),
    "candidates:nominations": Row(Deed.SEE_NOMINATIONS, right="mass_officer"),
    "candidates:nominate": Row(Deed.NOMINATE, verbs=_WRITES, right="mass_officer", refused="leader"),
    "candidates:answer": Row(Deed.SEE_NOMINATIONS, _nomination, _WRITES, refused="mass_officer", owned=True),
    "candidates:correct_answer": Row(Deed.SEE_NOMINATIONS, _nomination, _WRITES, refused="leader", owned=True),
    "candidates:begin_membership": Row(Deed.SEE_DOSSIERS, _code, _WRITES, refused="leader", owned=True),
    "candidates:end_membership": Row(Deed.SEE_DOSSIERS, _membership, _WRITES, refused="leader", owned=True),
    "candidates:correct_membership": Row(Deed.SEE_DOSSIERS, _membership, _WRITES, refused="leader", owned=True),
    "regimes:index": Row(Deed.SEE_RULES, right="leader", refused="mass_officer"),
    "regimes:compare": Row(Deed.SEE_RULES, right="leader", refused="mass_officer"),
    "regimes:regime": Row(Deed.SEE_RULES, _regime, right="leader", refused="mass_officer"),
    "regimes:parameter": Row(Deed.SEE_RULES, _value, right="leader", refused="mass_officer"),
    "regimes:catalogue": Row(Deed.SEE_RULES, right="leader", refused="mass_officer"),
    "regimes:catalogue_row": Row(Deed.SEE_RULES, _paper_form, right="leader", refused="mass_officer"),
    "regimes:catalogue_confirm": Row(Deed.KEEP_RULES, _paper_form, **_NATIONAL),
    "regimes:catalogue_correct": Row(Deed.KEEP_RULES, _paper_form, **_NATIONAL),
    "regimes:new": Row(Deed.KEEP_RULES, **_NATIONAL),
    "regimes:border": Row(Deed.KEEP_RULES, _regime, **_NATIONAL),
    "regimes:confirm": Row(Deed.KEEP_RULES, _value, **_NATIONAL),
    "regimes:calendar": Row(Deed.SEE_RULES, right="leader", refused="mass_officer"),
    "regimes:calendar_day": Row(Deed.KEEP_RULES, **_NATIONAL),
    "regimes:calendar_day_void": Row(Deed.KEEP_RULES, _day, **_NATIONAL),
    "regimes:calendar_confirm": Row(Deed.KEEP_RULES, lambda scene: [2027], **_NATIONAL),
    "regimes:correct": Row(Deed.KEEP_RULES, _value, **_NATIONAL),
    "regimes:local": Row(Deed.SEE_RULES, _criterion, right="leader", owned=True),
    "regimes:local_new": Row(Deed.KEEP_RULES, verbs=_WRITES, right="officer", refused="leader"),
    "regimes:local_confirm": Row(Deed.SEE_RULES, _criterion, _WRITES, right="officer", refused="secretary", owned=True),
    "regimes:local_end": Row(Deed.SEE_RULES, _criterion, _WRITES, right="officer", refused="secretary", owned=True),
    "classes:list": Row(Deed.SEE_CLASSES, right="trainer", refused="mass_officer"),
    "classes:new": Row(Deed.RUN_CLASSES, verbs=_WRITES, right="trainer", refused="leader"),
    "classes:issuers": Row(Deed.SEE_CLASSES, right="leader", refused="mass_officer"),
    "classes:new_issuer": Row(Deed.RUN_CLASSES, verbs=_WRITES, right="officer", refused="leader"),
    "classes:class": Row(Deed.SEE_CLASSES, _lesson, owned=True),
    "classes:graduation": Row(Deed.SEE_CLASSES, _lesson, right="trainer", owned=True),
    "classes:withdrawal": Row(Deed.SEE_CLASSES, _student, _WRITES, right="trainer", refused="leader", owned=True),
    **dict.fromkeys(
        [
            f"classes:{work}"
            for work in (
                "edit",
                "opening",
                "ending",
                "cancellation",
                "choosing",
                "results",
                "certification",
                "certificates_undo",
            )
        ],
        _OF_A_CLASS,
    ),
    "directives:index": Row(Deed.SEE_DOCUMENTS, right="leader"),
    "directives:scorecard": Row(Deed.SEE_STATISTICS, right="leader", refused="secretary"),
    "directives:scorecard_excel": Row(Deed.SEE_STATISTICS, right="leader", refused="secretary"),
    "directives:directive": Row(Deed.SEE_DOCUMENTS, lambda scene: [scene.target.directive_id]),
    "directives:obligation": Row(Deed.SEE_DOCUMENTS, lambda scene: _duty()),
    "directives:receipt": Row(
        Deed.MAKE_KNOWN, lambda scene: [*_duty(), scene.cast.cell.code], _WRITES, refused="leader", owned=True
    ),
    "directives:reading": Row(
        Deed.KEEP_DOCUMENTS, lambda scene: _reading(), _WRITES, right="officer", refused="leader"
    ),
    "directives:register": Row(Deed.KEEP_DOCUMENTS, verbs=_WRITES, right="office_worker", refused="leader"),
    "directives:read_letters": Row(Deed.KEEP_DOCUMENTS, verbs=_WRITES, right="office_worker", refused="leader"),
    **{
        f"directives:{name}": Row(
            Deed.KEEP_DOCUMENTS,
            lambda scene: [duties.read_letter(scene.cast.bloc, 77).pk],
            _WRITES,
            right="officer",
            refused="leader",
        )
        for name in ("read_letter", "drop_read_letter")
    },
    "directives:stubs": Row(Deed.SEE_DOCUMENTS, right="leader", refused="trainer"),
    "directives:stub": Row(Deed.SEE_DOCUMENTS, lambda scene: _stub(), right="leader", refused="trainer"),
    "directives:correct": Row(
        Deed.KEEP_DOCUMENTS, lambda scene: _duty()[:1], _WRITES, right="officer", refused="secretary"
    ),
    "directives:file_add": Row(
        Deed.KEEP_DOCUMENTS, lambda scene: _duty()[:1], _WRITES, right="officer", refused="leader"
    ),
    "directives:file": Row(Deed.SEE_DOCUMENTS, lambda scene: _file(), answer=302, refused="trainer"),
    "directives:file_take_back": Row(
        Deed.KEEP_DOCUMENTS, lambda scene: _file(), _WRITES, right="officer", refused="leader"
    ),
    "directives:deliveries": Row(Deed.SEE_DOCUMENTS, lambda scene: _duty()[:1], right="leader", refused="trainer"),
    "directives:delivery": Row(
        Deed.SEE_DOCUMENTS,
        lambda scene: [*_duty()[:1], scene.cast.cell.code],
        _WRITES,
        refused="leader",
        owned=True,
    ),
    "directives:duties": Row(Deed.SEE_DOCUMENTS, right="leader"),
    "directives:to_accept": Row(Deed.KEEP_DOCUMENTS, right="officer", refused="leader"),
    "directives:escalations": Row(Deed.SEE_DOCUMENTS, right="leader"),
    "directives:conclude": Row(
        Deed.KEEP_DOCUMENTS, lambda scene: ["tien-do", scene.cast.cell.code], _WRITES, right="officer", refused="leader"
    ),
    "directives:follow": Row(Deed.SEE_DOCUMENTS, lambda scene: _duty()[:1]),
    "directives:oblige": Row(
        Deed.KEEP_DOCUMENTS, lambda scene: _duty()[:1], _WRITES, right="officer", refused="leader"
    ),
    **{
        f"directives:obligation_{work}": Row(
            Deed.KEEP_DOCUMENTS, lambda scene: _duty(), _WRITES, right="officer", refused="leader"
        )
        for work in ("correct", "end", "take_back")
    },
    "directives:reply": Row(Deed.SEE_DOCUMENTS, _replied, owned=True),
    "directives:reply_file": Row(
        Deed.SEE_DOCUMENTS,
        lambda scene: [*_replied(scene), ReplyFile.objects.get().pk],
        answer=302,
        owned=True,
    ),
    "directives:reply_file_take_back": Row(
        Deed.MAKE_KNOWN,
        lambda scene: [*_replied(scene), ReplyFile.objects.get().pk],
        _WRITES,
        refused="leader",
        owned=True,
    ),
    "directives:ruling": Row(
        Deed.KEEP_DOCUMENTS,
        lambda scene: [*_replied(scene), "tra-lai"],
        _WRITES,
        right="officer",
        refused="secretary",
    ),
    "directives:ruling_withdraw": Row(
        Deed.KEEP_DOCUMENTS,
        lambda scene: [*_replied(scene), Ruling.objects.get().pk],
        _WRITES,
        right="officer",
        refused="secretary",
    ),
    "directives:escalate": Row(Deed.ESCALATE, _late, _WRITES, right="leader", refused="officer"),
    "directives:remind": Row(
        Deed.KEEP_DOCUMENTS, lambda scene: _late(scene)[:1], _WRITES, right="officer", refused="leader"
    ),
    "directives:reminder": Row(Deed.KEEP_DOCUMENTS, _reminder, _WRITES, right="officer", refused="leader"),
    "directives:reminder_take_back": Row(Deed.KEEP_DOCUMENTS, _reminder, _WRITES, right="officer", refused="leader"),
    "reports:jobs": Row(Deed.PRINT_REPORT, right="leader", refused="secretary"),
    "reports:job": Row(Deed.PRINT_REPORT, _job, right="officer", refused="secretary"),
    "reports:job_file": Row(Deed.PRINT_REPORT, _job, right="officer", refused="secretary"),
    "reports:job_ask": Row(Deed.PRINT_REPORT, _report, _WRITES, right="officer", refused="secretary"),
    "reports:save": Row(Deed.PRINT_REPORT, _report, _WRITES, right="officer", refused="secretary"),
    "reports:saved": Row(Deed.PRINT_REPORT, _saved, right="officer", answer=302, refused="secretary"),
    "reports:saved_edit": Row(Deed.PRINT_REPORT, _saved, _WRITES, right="officer", refused="secretary"),
    "reports:saved_drop": Row(Deed.PRINT_REPORT, _saved, _WRITES, right="officer", refused="secretary"),
    "reports:issued_register": Row(Deed.PRINT_REPORT, right="leader", refused="secretary"),
    "reports:verify": Row(Deed.PRINT_REPORT, verbs=_WRITES, right="leader", refused="secretary"),
    **{
        f"reports:{name}": Row(Deed.PRINT_REPORT, _frozen, right="leader", refused="secretary")
        for name in ("issued", "issued_pdf", "issued_slip", "issued_excel", "issued_changes")
    },
    "reports:issued_list": Row(
        Deed.PRINT_REPORT, lambda scene: [*_frozen(scene), 1], right="leader", refused="secretary"
    ),
    "reports:draft": Row(Deed.ISSUE_REPORT, lambda scene: ["tien-do"], _WRITES, right="officer", refused="leader"),
    "reports:submit": Row(Deed.ISSUE_REPORT, lambda scene: ["tien-do"], _WRITES, right="officer", refused="leader"),
    **{
        f"reports:issued_{work}": Row(Deed.ISSUE_REPORT, _frozen, _WRITES, right="officer", refused="leader")
        for work in ("enter", "drop")
    },
    "reports:issued_correct": Row(
        Deed.ISSUE_REPORT,
        lambda scene: [IssuedReport.objects.get().frozen_id],
        _WRITES,
        right="officer",
        refused="leader",
    ),
    "reports:rounds": Row(Deed.SEE_DOSSIERS, right="leader", refused="mass_officer"),
    "reports:round_open": Row(Deed.OPEN_ROUND, verbs=_WRITES, right="officer", refused="leader"),
    "reports:round": Row(Deed.SEE_DOSSIERS, _round, right="leader", refused="mass_officer", owned=True),
    "reports:round_place": Row(Deed.SEE_DOSSIERS, _place, right="leader", refused="mass_officer", owned=True),
    "reports:round_members": Row(
        Deed.SEE_DOSSIERS, lambda scene: [*_place(scene), 1, "ket-nap"], right="leader", owned=True
    ),
    "reports:round_pdf": Row(Deed.SEE_DOSSIERS, lambda scene: [*_place(scene), 1], right="leader", owned=True),
    "reports:round_accept": Row(Deed.OPEN_ROUND, _round, _WRITES, right="officer", refused="leader"),
    **{
        f"reports:round_{work}": Row(Deed.OPEN_ROUND, args, _WRITES, right="officer", refused="leader")
        for work, args in (("end", _round), ("take_back", _round), ("judge", _place))
    },
    **{
        f"reports:round_{work}": Row(
            Deed.CONFIRM_FIGURES, _place, _WRITES, right="office_worker", refused="leader", owned=True
        )
        for work in ("confirm", "explain")
    },
    "reports:reminder_pdf": Row(Deed.KEEP_DOCUMENTS, _reminder, right="officer", refused="leader"),
    **dict.fromkeys(
        [f"directives:target_{work}" for work in ("correct", "confirm", "withdraw")],
        Row(Deed.KEEP_DOCUMENTS, lambda scene: [scene.target.pk], _WRITES, right="officer", refused="leader"),
    ),
    "directives:target_new": Row(
        Deed.KEEP_DOCUMENTS, lambda scene: [scene.target.directive_id], _WRITES, right="officer", refused="leader"
    ),
    "directives:forecast": Row(
        Deed.SEE_STATISTICS, lambda scene: [scene.target.pk], right="leader", refused="secretary"
    ),
    "directives:target_units": Row(
        Deed.SEE_STATISTICS, lambda scene: [_units_target(scene)], right="leader", refused="secretary"
    ),
    "directives:shares": Row(
        Deed.SHARE_OUT, lambda scene: [scene.target.pk], _WRITES, right="officer", refused="leader"
    ),
    "directives:shares_excel": Row(Deed.SHARE_OUT, lambda scene: [scene.target.pk], right="officer", refused="leader"),
    "directives:share_version": Row(
        Deed.SEE_STATISTICS, lambda scene: [_version(scene)], right="leader", refused="secretary"
    ),
    "directives:organisation_targets": Row(Deed.SEE_ORGANISATIONS, right="mass_officer"),
    "directives:set_target": Row(
        Deed.DECLARE_ORGANISATION,
        lambda scene: [_targets_duty(), scene.cast.association.code],
        _WRITES,
        right="mass_officer",
        refused="secretary",
    ),
}
NUL_PLACES = [
    ("/ho-so/", ""),
    ("/ho-so/", "sua/"),
    ("/ho-so/", "nhan-quyet-dinh/"),
    ("/ho-so/", "buoc/trained/"),
    ("/ho-so/", "ghi-chep/xep-loai/"),
    ("/ho-so/", "bieu-quyet/"),
    ("/ho-so/", "giay-to/"),
    ("/ho-so/", "giao-nhan/"),
    ("/ho-so/", "chuyen-don-vi/"),
    ("/ho-so/", "tam-dung/paused/"),
    ("/ho-so/", "phieu-du-lieu/"),
    ("/to-chuc/", ""),
    ("/to-chuc/", "so-dang-vien/"),
    ("/to-chuc/", "ra-soat-nguon/"),
    ("/hoi-doan-the/", ""),
    ("/hoi-doan-the/", "so-lieu/"),
    ("/bao-cao/", ""),
]
EVERY = pytest.mark.parametrize("name", ROUTES)
OWNED = pytest.mark.parametrize("name", [name for name, row in ROUTES.items() if row.owned])
REFUSED = pytest.mark.parametrize("name", [name for name, row in ROUTES.items() if row.refused])


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[Scene]:
    """The scene, built once: no test here writes anything that another one sees."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = people.cast()
        made = people.dossier(cast)
        merits.help_with(made)
        vettings.chase(vettings.check(made))
        votes.held(made)
        agendas.around(made)
        laid.paper(made)
        laid.handed(made, cast.bloc)
        holds.comment(made)
        holds.sent(people.dossier(cast, where=cast.other_cell), to_unit=cast.cell)
        Membership.objects.create(person=made.person, organisation=cast.association, valid_from=people.FOUNDED)
        training.student(training.a_class(cast.bloc), made)
        duties.around(cast)
        duties.followed(cast)
        rounds.confirmed(rounds.opened(cast.bloc, [cast.office]), cast.office)
        issues.row(cast.bloc)
        issues.entered(issues.row(cast.bloc, "đã ban hành"))
        provincial, criterion = provinces.officer(), merits.criterion(cast.bloc)
        decided = handed.around(cast)
        users = [each for each in (*vars(cast).values(), provincial) if isinstance(each, User)]
        browsers = {user.pk: people.signed_in(user) for user in users}
        nomination = people.nomination(cast)
        databases.settle()
        yield Scene(cast, made, people.target(cast.bloc), nomination, provincial, criterion, decided, browsers)
        transaction.set_rollback(True)


@pytest.fixture
def scene(made, db) -> Scene:
    return made


def routes(patterns: list, space: str = "") -> dict[str, Callable]:
    """Return name → view of every route below ``patterns``."""
    found: dict[str, Callable] = {}
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            found |= routes(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern):
            found[f"{space}{pattern.name}"] = pattern.callback
    return found


def test_the_table_holds_every_route():
    assert set(routes(get_resolver().url_patterns)) == set(ROUTES) | OPEN | MINE


def test_every_route_declares_the_deed_of_its_row():
    views = routes(get_resolver().url_patterns)
    assert {name: getattr(views[name], "deed", None) for name in ROUTES} == {
        name: row.deed for name, row in ROUTES.items()
    }


@pytest.mark.parametrize("name", sorted(MINE))
def test_the_pages_about_ones_own_sign_in_need_a_sign_in_and_no_post(name, scene):
    address = reverse(name)
    assert Client().get(address).url == f"/dang-nhap/?next={quote(address)}"
    assert people.signed_in(scene.cast.nobody).get(address).status_code in (200, 302)


@pytest.mark.parametrize("name", sorted(OPEN))
def test_sign_in_and_sign_out_answer_somebody_who_has_not_signed_in(name, db):
    assert Client().get(reverse(name)).status_code in (200, 302)


@EVERY
def test_somebody_who_has_not_signed_in_is_sent_to_sign_in(name, scene):
    address = _address(name, scene)
    answers = [Client().generic(verb, address) for verb in ROUTES[name].verbs]
    assert [answer.url for answer in answers] == [f"/dang-nhap/?next={quote(address)}"] * len(answers)


@EVERY
def test_somebody_without_a_post_is_refused(name, scene):
    assert _answers(scene.cast.nobody, name, scene) == [403] * len(ROUTES[name].verbs)


@EVERY
def test_a_wrong_verb_is_told(name, scene):
    wrong = [verb for verb in VERBS if verb not in ROUTES[name].verbs]
    assert _answers(_right(name, scene), name, scene, wrong) == [405] * len(wrong)


@EVERY
def test_the_right_person_gets_in(name, scene):
    row = ROUTES[name]
    assert _answers(_right(name, scene), name, scene, row.verbs[:1]) == [row.answer]


@OWNED
def test_a_stranger_finds_nothing(name, scene):
    assert _answers(scene.cast.stranger, name, scene) == [404] * len(ROUTES[name].verbs)


@REFUSED
def test_whoever_sees_but_lacks_the_deed_is_refused(name, scene):
    refused = getattr(scene.cast, ROUTES[name].refused)
    assert _answers(refused, name, scene) == [403] * len(ROUTES[name].verbs)


@pytest.mark.parametrize(
    "address",
    [
        "/ho-so/HS9999999/",
        "/ho-so/HS9999999/sua/",
        "/ho-so/HS9999999/buoc/trained/",
        "/ho-so/HS9999999/nhan-quyet-dinh/",
        "/ho-so/HS9999999/ghi-chep/xep-loai/",
        "/ho-so/HS9999999/ghi-chep/tham-tra/1/ket-qua/",
        "/ho-so/HS9999999/bieu-quyet/",
        "/ho-so/HS9999999/chuyen-don-vi/",
        "/ho-so/chuyen-den/999999/tiep-nhan/",
        "/ho-so/gioi-thieu/999999/tra-loi/",
        "/ho-so/gioi-thieu/99999999999999999999999/dinh-chinh/",
        "/to-chuc/KHONG-CO/",
        "/hoi-doan-the/KHONG-CO/",
        "/hoi-doan-the/B/",
        "/to-chuc/H.1/",
        "/van-ban/999999/",
        "/van-ban/99999999999999999999999/",
        "/van-ban/999999/nhiem-vu/1/",
        "/van-ban/bang-diem/?don_vi=KHONG-CO",
        "/van-ban/bang-diem/excel/?don_vi=F.1",
        "/van-ban/chi-tieu/999999/",
        "/van-ban/chi-tieu/999999/du-bao/",
        "/van-ban/chi-tieu/99999999999999999999999/",
        "/van-ban/999999/cach-hieu/1/",
        "/van-ban/999999/chi-tieu-doan-the/H.1/",
        "/van-ban/999999/bang-theo-doi/",
        "/van-ban/999999/nhiem-vu/moi/",
        "/van-ban/999999/don-doc/",
        "/van-ban/999999/don-doc/1/pdf/",
        "/van-ban/nhiem-vu/?don_vi=KHONG-CO",
        "/van-ban/ket-luan-moi/khong-co/B/",
        "/van-ban/chua-vao-so/999999/",
        "/van-ban/moi/?tu=99999999999999999999999",
        "/van-ban/moi/?tu=x",
        "/van-ban/999999/sua/",
        "/van-ban/999999/tep/",
        "/van-ban/999999/noi-nhan/B/",
        "/van-ban/999999/chi-tieu/moi/",
        "/van-ban/chi-tieu/999999/sua/",
        "/van-ban/chi-tieu/999999/phan-bo/",
        "/van-ban/phan-bo/99999999999999999999999/",
        "/lop/999999/",
        "/lop/99999999999999999999999/",
        "/quy-dinh/QD999/",
        "/quy-dinh/QD29/khong-co/",
        "/quy-dinh/rieng/999999/",
        "/ho-so/HS9999999/phieu-du-lieu/",
        "/ho-so/HS9999999/giay-to/1/ban-quet/",
        "/ho-so/doi-chieu-csdl/999999/",
        "/ho-so/doi-chieu-csdl/99999999999999999999999/",
        "/bao-cao/chot-so-lieu/999999/",
        "/bao-cao/chot-so-lieu/99999999999999999999999/",
        "/bao-cao/chot-so-lieu/999999/to-chuc/B.1/",
        "/bao-cao/khong-co/",
        "/bao-cao/khong-co/pdf/",
        "/bieu-mau/HS9999999/",
        "/bieu-mau/HS9999999/6-knd/",
        "/bieu-mau/HS9999999/6-knd/pdf/",
        "/ho-so/HS9999999/ghi-chep/tham-tra/1/don-doc/",
        "/tham-tra/don-doc/pdf/?qua=3650",
        "/?don_vi=KHONG-CO",
        "/admin/",
    ],
)
def test_what_does_not_exist_is_not_found(address, scene):
    assert people.signed_in(scene.cast.officer).get(address).status_code == 404


@pytest.mark.parametrize("stage", ["khong-co", "source"])
def test_a_step_that_nobody_can_make_is_not_found(stage, scene):
    address = reverse("candidates:step", args=[scene.dossier.code, stage])
    assert people.signed_in(scene.cast.secretary).get(address).status_code == 404


@pytest.mark.parametrize("address", [f"{place}%00/{rest}" for place, rest in NUL_PLACES])
def test_an_address_with_a_nul_is_not_found(address, scene):
    assert people.signed_in(scene.cast.officer).get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/ho-so/?don_vi=%00", "/ho-so/?tim=%00", "/bao-cao/tien-do/?don_vi=%00", "/van-ban/bang-diem/?don_vi=%00"],
)
def test_a_parameter_with_a_nul_is_refused(address, scene):
    assert people.signed_in(scene.cast.officer).get(address).status_code == 400


def test_a_nul_names_no_unit_of_the_desk(scene):
    assert people.signed_in(scene.cast.officer).get("/?don_vi=%00").context["version"].unit == scene.cast.bloc


def _address(name: str, scene: Scene) -> str:
    return reverse(name, args=ROUTES[name].args(scene))


def _right(name: str, scene: Scene) -> User:
    right = ROUTES[name].right
    return scene.provincial if right == "provincial" else getattr(scene.cast, right)


def _browser(who: User, scene: Scene) -> Client:
    """The browser of somebody who signed in beforehand, with cookies that go with the test."""
    browser = copy(scene.browsers[who.pk])
    browser.cookies = deepcopy(browser.cookies)
    return browser


def _answers(who: User, name: str, scene: Scene, verbs: tuple[str, ...] | list[str] = ()) -> list[int]:
    browser, address = _browser(who, scene), _address(name, scene)
    return [browser.generic(verb, address).status_code for verb in verbs or ROUTES[name].verbs]
