"""Every route × every role × own, descendant, ancestor and foreign unit, compared with the table of roles × deeds.

The expectation is computed from the table alone: without the route's deed 403; what lies outside the reach is not found; what
one sees and may not do is 403; anything else opens. A route that is missing here fails.
"""

from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.urls import reverse

from candidates.models import Difference, PaperForm, Scan
from directives.models import Citation, LetterFile, ReadLetter, ReplyFile, Target
from organizations import clock
from organizations.access import DEEDS
from organizations.enums import Deed, Role
from organizations.models import User
from reports.models import PrintJob, SavedReport
from reports.views import printed
from tests import databases, people
from tests.people import TODAY
from tests.reach import world as worlds
from tests.reach.world import REACHED, Place, Relation, World
from tests.test_routes import MINE, OPEN, ROUTES

Args = Callable[[World, Relation, Place], list]
OPENS = (200, 302)
STEPS = (Deed.MOVE_AS_CELL, Deed.ENTER_FOR_CELL)
VOTES = (*STEPS, Deed.MOVE_AS_BOARD)


@dataclass(frozen=True)
class Thing:
    """An object of a unit: where it lies, the deed by which it is seen, and the answer where it lies outside the reach.

    ``seen_by`` None: everybody who may open the route knows of it, and is told 403 outside the reach. ``binds_below``: who
    stands under its unit reads it too.
    """

    place: Callable[[World, Relation], Place]
    args: Args
    seen_by: Deed | None
    outside: int = 404
    of_organisation: bool = False
    binds_below: bool = False


def _of(collection: str) -> Args:
    return lambda world, relation, place: [getattr(world, collection)[place.unit.code]]


def _dossier_code(world: World, relation: Relation, place: Place) -> list:
    return [world.dossiers[place.unit.code].code]


def _nomination(world: World, relation: Relation, place: Place) -> list:
    return [world.nominations[place.unit.code].pk]


def _reading(world: World, relation: Relation, place: Place) -> list:
    found = world.readings[place.unit.code]
    return [found.directive_id, found.pk]


def _letter(world: World, relation: Relation, place: Place) -> list:
    return [world.readings[place.unit.code].directive_id]


def _received(world: World, relation: Relation, place: Place) -> list:
    return [world.made_known.directive_id, place.unit.code]


def _decided_code(world: World, relation: Relation, place: Place) -> list:
    return [world.decided[place.unit.code].code]


def _scanned(world: World, relation: Relation, place: Place) -> list:
    made = world.decided[place.unit.code]
    return [made.code, Scan.objects.get(paper__dossier=made).paper_id]


def _receipt(world: World, relation: Relation, place: Place) -> list:
    return [world.made_known.directive_id, world.made_known.pk, place.unit.code]


def _meeting(world: World, relation: Relation, place: Place) -> list:
    return [world.agenda[place.unit.code].meeting_id]


def _transfer(world: World, relation: Relation, place: Place) -> list:
    return [world.transfers[place.unit.code]]


def _account(world: World, relation: Relation, place: Place) -> list:
    return [world.accounts[place.unit.code].username]


def _read_letter(world: World, relation: Relation, place: Place) -> list:
    """A letter that was read for the unit of the place."""
    return [ReadLetter.objects.filter(unit=place.unit).first().pk]


def _unit_code(world: World, relation: Relation, place: Place) -> list:
    return [place.unit.code]


def _target(world: World, relation: Relation, place: Place) -> list:
    """A target that was set to the unit of the place."""
    found = Target.objects.filter(unit=place.unit).first() or people.target(place.unit, 1000 + place.unit.pk)
    return [found.pk]


def _no_place(world: World, relation: Relation) -> Place:
    return Place("office", world.organisations[relation])


def _handover(world: World, relation: Relation, place: Place) -> list:
    return [world.dossiers[place.unit.code].handovers.get().pk]


DOSSIER = Thing(worlds.cell, _dossier_code, Deed.SEE_DOSSIERS)
MEETING = Thing(worlds.party, _meeting, Deed.SEE_DOSSIERS)
REVIEW = Thing(worlds.cell, _of("reviews"), Deed.SEE_DOSSIERS)
CELL = Thing(worlds.cell, _unit_code, Deed.SEE_DOSSIERS)
HANDOVER = Thing(worlds.cell, _handover, Deed.SEE_DOSSIERS)
TRANSFER = Thing(worlds.cell, _transfer, Deed.SEE_DOSSIERS)
NOMINATION = Thing(worlds.cell, _nomination, Deed.SEE_NOMINATIONS)
UNIT = Thing(worlds.party, _unit_code, Deed.SEE_UNITS)
CLASS = Thing(worlds.party, _of("classes"), Deed.SEE_CLASSES)
ORGANISATION = Thing(_no_place, _unit_code, Deed.SEE_ORGANISATIONS, of_organisation=True)
OWN_TARGET = Thing(_no_place, _unit_code, Deed.DECLARE_ORGANISATION, of_organisation=True)
READING = Thing(worlds.party, _reading, None, outside=403)
READ_LETTER = Thing(worlds.party, _read_letter, Deed.KEEP_DOCUMENTS)
KEPT = Thing(worlds.party, _letter, None, outside=403)
RECEIVER = Thing(worlds.cell, _received, Deed.SEE_DOCUMENTS)
KEPT_TARGET = Thing(worlds.party, _of("targets"), None, outside=403)
UNITS_TARGET = Thing(worlds.party, _of("units_targets"), Deed.SEE_STATISTICS, binds_below=True)
SHARED_OUT = Thing(worlds.party, _of("targets"), Deed.SHARE_OUT, binds_below=True)
SHARE_VERSION = Thing(worlds.party, _of("versions"), Deed.SEE_STATISTICS)
RECEIPT = Thing(worlds.cell, _receipt, Deed.MAKE_KNOWN)
CRITERION = Thing(worlds.party, _of("criteria"), Deed.SEE_RULES, binds_below=True)
TARGET = Thing(worlds.party, _target, Deed.SEE_STATISTICS, binds_below=True)
DECIDED = Thing(worlds.cell, _decided_code, Deed.HAND_ON)
SCANNED = Thing(worlds.cell, _scanned, Deed.SEE_SCANS)
RECONCILIATION = Thing(worlds.party, _of("reconciliations"), Deed.HAND_ON)
ACCOUNT = Thing(worlds.party, _account, Deed.MANAGE_ACCOUNTS)


def _replied(world: World, relation: Relation, place: Place) -> list:
    made = world.replied[place.unit.code]
    return [made.directive_id, made.pk, place.unit.code]


def _late(world: World, relation: Relation, place: Place) -> list:
    made = world.late[place.unit.code]
    return [made.directive_id, made.pk, place.unit.code]


def _reminder(world: World, relation: Relation, place: Place) -> list:
    made = world.late[place.unit.code]
    return [made.directive_id, made.directive.reminders.order_by("pk")[0].pk]


KEPT_DUTY = Thing(worlds.party, lambda world, relation, place: _replied(world, relation, place)[:2], None, outside=403)
KEPT_LETTER = Thing(worlds.party, lambda world, relation, place: _late(world, relation, place)[:1], None, outside=403)
REPLY = Thing(worlds.cell, _replied, Deed.SEE_DOCUMENTS)
OWN_REPLY = Thing(worlds.cell, _replied, Deed.MAKE_KNOWN)
JUDGED = Thing(worlds.cell, _replied, Deed.KEEP_DOCUMENTS)
LATE = Thing(worlds.cell, _late, Deed.ESCALATE)
REMINDER = Thing(worlds.party, _reminder, Deed.KEEP_DOCUMENTS)
FROZEN = Thing(worlds.party, _of("frozen"), Deed.PRINT_REPORT)
ISSUED = Thing(worlds.party, _of("issued"), Deed.PRINT_REPORT)
ROUND = Thing(worlds.party, _of("rounds"), Deed.SEE_DOSSIERS)
IN_ROUND = Thing(
    worlds.party,
    lambda world, relation, place: [world.rounds[place.unit.code], place.unit.code],
    Deed.SEE_DOSSIERS,
)
CONCLUDED = Thing(worlds.party, lambda world, relation, place: ["tien-do", place.unit.code], Deed.KEEP_DOCUMENTS)


@dataclass(frozen=True)
class Asked:
    """A route about a thing, further arguments after those of the thing, and the deeds of which one is needed to open it."""

    thing: Thing
    does: tuple[Deed, ...] = ()
    more: Callable[[World, Place], list] = lambda world, place: []
    before: Callable[[World], list] = lambda world: []


def _helper(world: World, place: Place) -> list:
    return [world.dossiers[place.unit.code].helpers.get().pk]


def _ballot(world: World, place: Place) -> list:
    return [world.dossiers[place.unit.code].ballots.get().pk]


def _paper(world: World, place: Place) -> list:
    return [world.dossiers[place.unit.code].papers.get(kind="opinions_summary").pk]


def _check(world: World, place: Place) -> list:
    return [world.dossiers[place.unit.code].checks.get().pk]


def _hold(world: World, place: Place) -> list:
    return [world.dossiers[place.unit.code].holds.get().pk]


def _comment(world: World, place: Place) -> list:
    return [world.dossiers[place.unit.code].holds.get().comments.get().pk]


def _chasing(world: World, place: Place) -> list:
    found = world.dossiers[place.unit.code].checks.get()
    return [found.pk, found.chasings.get().pk]


def _mark(world: World, place: Place) -> list:
    return [world.decided[place.unit.code].handed_on_rows.get().pk]


def _scan(world: World, place: Place) -> list:
    return [Scan.objects.get(paper__dossier=world.decided[place.unit.code]).pk]


def _difference(world: World, place: Place) -> list:
    return [Difference.objects.get(reconciliation=world.reconciliations[place.unit.code]).pk]


def _membership(world: World, place: Place) -> list:
    return [world.dossiers[place.unit.code].person.memberships.get().pk]


def _post(world: World, place: Place) -> list:
    return [world.accounts[place.unit.code].posts.get().pk]


def _reply_file(world: World, place: Place) -> list:
    return [ReplyFile.objects.get(fulfilment__obligation=world.replied[place.unit.code]).pk]


def _ruling(world: World, place: Place) -> list:
    return [world.replied[place.unit.code].rulings.get().pk]


def _letter_file(world: World, place: Place) -> list:
    return [LetterFile.objects.get(directive=world.readings[place.unit.code].directive_id).pk]


RUNS, KEEPS = (Deed.RUN_CLASSES,), (Deed.KEEP_ORGANISATIONS,)
OF_UNITS = {
    "organizations:unit": Asked(UNIT),
    "organizations:declare": Asked(UNIT, (Deed.DECLARE_FIGURES,)),
    "organizations:review": Asked(UNIT, (Deed.REPORT_REVIEW,)),
    "organizations:account": Asked(ACCOUNT),
    "organizations:account_post": Asked(ACCOUNT),
    "organizations:account_end": Asked(ACCOUNT, more=_post),
    "organizations:account_change": Asked(ACCOUNT, more=lambda world, place: ["khoa"]),
    "organizations:organisation": Asked(ORGANISATION),
    "organizations:organisation_figures": Asked(ORGANISATION, (Deed.DECLARE_ORGANISATION,)),
    **{
        f"organizations:organisation_{work}": Asked(ORGANISATION, KEEPS)
        for work in ("change", "follow", "office", "end")
    },
    "candidates:dossier": Asked(DOSSIER),
    "candidates:compare": Asked(DOSSIER),
    "candidates:edit": Asked(DOSSIER, (Deed.EDIT_CANDIDATE,)),
    "candidates:step": Asked(DOSSIER, STEPS, more=lambda world, place: ["trained"]),
    "candidates:receipt": Asked(DOSSIER, STEPS),
    "candidates:extension": Asked(DOSSIER, (Deed.MOVE_AS_BOARD,)),
    "candidates:correct": Asked(DOSSIER, STEPS),
    "candidates:undo": Asked(DOSSIER, STEPS),
    "candidates:meeting": Asked(MEETING),
    **{f"candidates:meeting_{work}": Asked(MEETING, (Deed.HOLD_MEETING,)) for work in ("off", "apply", "undo")},
    "candidates:take_off": Asked(
        MEETING, (Deed.HOLD_MEETING,), more=lambda world, place: [world.agenda[place.unit.code].pk]
    ),
    "candidates:review": Asked(CELL, STEPS),
    "candidates:reviewed": Asked(REVIEW),
    "candidates:review_undo": Asked(REVIEW, STEPS),
    "candidates:record": Asked(DOSSIER, (Deed.RECORD_PAPER,), more=lambda world, place: ["xep-loai"]),
    "candidates:record_correct": Asked(
        DOSSIER, (Deed.RECORD_PAPER,), more=lambda world, place: ["nguoi-giup-do", *_helper(world, place)]
    ),
    "candidates:end_help": Asked(DOSSIER, (Deed.RECORD_PAPER,), more=_helper),
    "candidates:ballots": Asked(DOSSIER, VOTES),
    "candidates:ballot_correct": Asked(DOSSIER, STEPS, more=_ballot),
    "candidates:hold": Asked(DOSSIER, STEPS, more=lambda world, place: ["paused"]),
    "candidates:end_hold": Asked(DOSSIER, (Deed.RETURN_DOSSIER, *STEPS), more=_hold),
    "candidates:comment": Asked(DOSSIER, (Deed.RETURN_DOSSIER,), more=_hold),
    "candidates:fix": Asked(DOSSIER, STEPS, more=_comment),
    "candidates:close": Asked(DOSSIER, (Deed.RETURN_DOSSIER,), more=_comment),
    "candidates:transfer": Asked(DOSSIER, STEPS),
    "candidates:reopen": Asked(DOSSIER, (Deed.ADD_CANDIDATE,)),
    "candidates:receive": Asked(TRANSFER, (Deed.ADD_CANDIDATE,)),
    "candidates:refuse": Asked(TRANSFER, (Deed.ADD_CANDIDATE,)),
    "candidates:answer_check": Asked(DOSSIER, (Deed.RECORD_PAPER,), more=_check),
    "candidates:papers": Asked(DOSSIER),
    "candidates:papers_check": Asked(DOSSIER, (Deed.RETURN_DOSSIER,)),
    "candidates:paper_record": Asked(DOSSIER, (Deed.RECORD_PAPER,), more=lambda world, place: ["biography"]),
    "candidates:paper_correct": Asked(DOSSIER, (Deed.RECORD_PAPER,), more=_paper),
    "candidates:paper_uncheck": Asked(DOSSIER, (Deed.RETURN_DOSSIER,), more=_paper),
    "candidates:handover": Asked(DOSSIER),
    "candidates:handover_correct": Asked(HANDOVER, (Deed.KEEP_HANDOVER,)),
    "candidates:chase": Asked(DOSSIER, (Deed.RECORD_PAPER,), more=_check),
    "candidates:chase_correct": Asked(DOSSIER, (Deed.RECORD_PAPER,), more=_chasing),
    "candidates:begin_membership": Asked(DOSSIER, (Deed.EDIT_CANDIDATE,)),
    "candidates:end_membership": Asked(DOSSIER, (Deed.EDIT_CANDIDATE,), more=_membership),
    "candidates:correct_membership": Asked(DOSSIER, (Deed.EDIT_CANDIDATE,), more=_membership),
    "candidates:sheet": Asked(DECIDED),
    "candidates:hand_on": Asked(DECIDED),
    "candidates:hand_on_correct": Asked(DECIDED, more=_mark),
    "candidates:scans": Asked(SCANNED),
    "candidates:scan": Asked(SCANNED, more=_scan),
    "candidates:scan_correct": Asked(SCANNED, (Deed.RECORD_PAPER,), more=_scan),
    "candidates:reconciliation": Asked(RECONCILIATION),
    "candidates:settle": Asked(RECONCILIATION, more=_difference),
    "candidates:answer": Asked(NOMINATION, (Deed.ANSWER_NOMINATION,)),
    "candidates:correct_answer": Asked(NOMINATION, (Deed.ANSWER_NOMINATION,)),
    "reports:forms": Asked(DOSSIER, (Deed.PRINT_FORM,)),
    "reports:form": Asked(DOSSIER, (Deed.PRINT_FORM,), more=lambda world, place: ["bien-nhan"]),
    "reports:form_pdf": Asked(DOSSIER, (Deed.PRINT_FORM,), more=lambda world, place: ["bien-nhan"]),
    "reports:target": Asked(TARGET),
    "classes:class": Asked(CLASS),
    "classes:graduation": Asked(CLASS),
    "classes:withdrawal": Asked(CLASS, RUNS, more=lambda world, place: [world.enrolments[place.unit.code]]),
    **{
        f"classes:{work}": Asked(CLASS, RUNS)
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
    },
    "regimes:local": Asked(CRITERION),
    "regimes:local_confirm": Asked(CRITERION, (Deed.KEEP_RULES,)),
    "regimes:local_end": Asked(CRITERION, (Deed.KEEP_RULES,)),
    "directives:receipt": Asked(RECEIPT),
    "directives:reading": Asked(READING),
    **{f"directives:obligation_{work}": Asked(KEPT_DUTY) for work in ("correct", "end", "take_back")},
    "directives:remind": Asked(KEPT_LETTER),
    "directives:reply": Asked(REPLY),
    "directives:reply_file": Asked(REPLY, more=_reply_file),
    "directives:reply_file_take_back": Asked(OWN_REPLY, more=_reply_file),
    "directives:ruling": Asked(JUDGED, more=lambda world, place: ["tra-lai"]),
    "directives:ruling_withdraw": Asked(JUDGED, more=_ruling),
    "directives:escalate": Asked(LATE),
    "directives:reminder": Asked(REMINDER),
    "directives:reminder_take_back": Asked(REMINDER),
    "reports:reminder_pdf": Asked(REMINDER),
    "directives:conclude": Asked(CONCLUDED),
    **{
        f"reports:{name}": Asked(ISSUED)
        for name in ("issued", "issued_pdf", "issued_slip", "issued_excel", "issued_changes", "issued_correct")
    },
    "reports:issued_list": Asked(FROZEN, more=lambda world, place: [1]),
    **{f"reports:issued_{work}": Asked(FROZEN) for work in ("enter", "drop")},
    "reports:round": Asked(ROUND),
    **{f"reports:round_{work}": Asked(ROUND) for work in ("end", "take_back")},
    **{f"reports:round_{work}": Asked(IN_ROUND) for work in ("place", "confirm", "judge", "explain")},
    "reports:round_accept": Asked(ROUND),
    "reports:round_pdf": Asked(IN_ROUND, more=lambda world, place: [1]),
    "reports:round_members": Asked(IN_ROUND, more=lambda world, place: [1, "trong-nguon"]),
    "directives:correct": Asked(KEPT),
    "directives:read_letter": Asked(READ_LETTER),
    "directives:drop_read_letter": Asked(READ_LETTER),
    "directives:file_add": Asked(KEPT),
    "directives:file_take_back": Asked(KEPT, more=_letter_file),
    "directives:delivery": Asked(RECEIVER, (Deed.MAKE_KNOWN,)),
    **{f"directives:target_{work}": Asked(KEPT_TARGET) for work in ("correct", "confirm", "withdraw")},
    "directives:shares": Asked(SHARED_OUT),
    "directives:shares_excel": Asked(SHARED_OUT),
    "directives:target_units": Asked(UNITS_TARGET),
    "directives:forecast": Asked(TARGET),
    "directives:share_version": Asked(SHARE_VERSION),
    "directives:set_target": Asked(OWN_TARGET, before=lambda world: [world.to_set.directive_id]),
}
# Documents are made known to everybody who signs in (ADR 8); their pages narrow what they show, not who opens them.
OF_ALL = {
    "directives:directive": lambda world: [world.made_known.directive_id],
    "directives:target_new": lambda world: [world.made_known.directive_id],
    "directives:obligation": lambda world: [world.made_known.directive_id, world.made_known.pk],
    "directives:follow": lambda world: [world.made_known.directive_id],
    "directives:oblige": lambda world: [world.made_known.directive_id],
    "directives:deliveries": lambda world: [world.made_known.directive_id],
    "directives:file": lambda world: list(LetterFile.objects.values_list("directive", "pk").first()),
    "directives:stub": lambda world: [Citation.objects.get(document__directive=None).document_id],
    "regimes:regime": lambda world: ["QD29"],
    "regimes:parameter": lambda world: ["QD29", "age_from"],
    "regimes:catalogue_row": lambda world: [PaperForm.objects.first().pk],
}
# What the national texts say is changed by the board of a province alone; here no post stands that high.
NATIONAL = {
    "regimes:new": [],
    "regimes:border": ["QD29"],
    "regimes:confirm": ["QD29", "age_from"],
    "regimes:catalogue_confirm": [1],
    "regimes:catalogue_correct": [1],
    "regimes:calendar_day": [],
    "regimes:calendar_day_void": [1],
    "regimes:calendar_confirm": [2027],
    "regimes:correct": ["QD29", "age_from"],
}
# Addresses that name a unit as a parameter: the deed by which it is chosen, and the answer for one outside the reach.
BY_PARAMETER = {
    "reports:desk": ("", Deed.SEE_STATISTICS, 404),
    "reports:report": ("tien-do", Deed.PRINT_REPORT, 400),
    "reports:pdf": ("tien-do", Deed.PRINT_REPORT, 400),
    "reports:slip": ("tien-do", Deed.PRINT_REPORT, 400),
    "candidates:list": ("", Deed.SEE_DOSSIERS, 400),
    "directives:scorecard": ("", Deed.SEE_STATISTICS, 404),
    "directives:scorecard_excel": ("", Deed.SEE_STATISTICS, 404),
    "reports:excel": ("tien-do", Deed.PRINT_REPORT, 400),
    "reports:units": ("bieu-2/grassroots", Deed.PRINT_REPORT, 400),
    "reports:draft": ("tien-do", Deed.ISSUE_REPORT, 400),
    "reports:submit": ("tien-do", Deed.ISSUE_REPORT, 400),
    "reports:job_ask": ("tien-do", Deed.PRINT_REPORT, 400),
    "reports:save": ("tien-do", Deed.PRINT_REPORT, 400),
}
# What a person asked for is theirs alone, whatever the unit.
OF_A_PERSON = ("reports:job", "reports:job_file")
KEPT_BY_A_PERSON = ("reports:saved", "reports:saved_edit", "reports:saved_drop")
PLAIN = sorted(set(ROUTES) - set(OF_UNITS) - set(OF_ALL) - set(BY_PARAMETER) - set(NATIONAL) - set(OF_A_PERSON))
PLAIN = [name for name in PLAIN if name not in KEPT_BY_A_PERSON]
ROLES = pytest.mark.parametrize("role", list(Role))
RELATIONS = pytest.mark.parametrize("relation", list(Relation))


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[World]:
    """The world, built once; a GET writes nothing but readings."""
    with django_db_blocker.unblock(), transaction.atomic():
        built = worlds.build()
        databases.settle()
        yield built
        transaction.set_rollback(True)


@pytest.fixture
def world(made, db) -> World:
    return made


def address_of(name: str, world: World, relation: Relation, role: Role) -> tuple[str, str]:
    """From which post a role asks a route of OF_UNITS for the thing at a relation, and the address."""
    asked, place = OF_UNITS[name], _place(OF_UNITS[name].thing, world, relation, role)
    args = [*asked.before(world), *asked.thing.args(world, relation, place), *asked.more(world, place)]
    return place.post, reverse(name, args=args)


def expected(role: Role, gate: Deed, asked: Asked, relation: Relation) -> int:
    """The answer by the table alone."""
    deeds, thing = DEEDS[role], asked.thing
    if gate not in deeds:
        return 403
    if thing.binds_below and relation == Relation.ANCESTOR:
        return 403 if asked.does else 200
    reached = relation in REACHED and (thing.of_organisation or role != Role.MASS_OFFICER)
    if not reached or (thing.seen_by and thing.seen_by not in deeds):
        return thing.outside
    return 200 if not asked.does or deeds.intersection(asked.does) else 403


def test_the_walk_leaves_no_route_out():
    walked = (OF_UNITS, OF_ALL, BY_PARAMETER, NATIONAL, OF_A_PERSON, KEPT_BY_A_PERSON, PLAIN)
    assert set().union(*walked) == set(ROUTES)
    assert not {*OPEN, *MINE} & set(ROUTES)


@ROLES
@RELATIONS
@pytest.mark.parametrize("name", OF_UNITS)
def test_a_thing_opens_to_the_roles_of_the_table_within_their_reach_alone(name, relation, role, world, monkeypatch):
    monkeypatch.setattr(printed.paper, "render_forms", lambda papers: b"")
    monkeypatch.setattr(printed.paper, "render_reminder", lambda letter: b"")
    monkeypatch.setattr(printed.paper, "render_confirmation", lambda confirmation: b"")
    post, address = address_of(name, world, relation, role)
    answer = world.browsers[role, post].get(address)
    assert _told(answer.status_code) == expected(role, ROUTES[name].deed, OF_UNITS[name], relation)


@ROLES
@pytest.mark.parametrize("name", OF_ALL)
def test_a_document_opens_to_every_role_that_sees_documents(name, role, world):
    answer = world.browsers[role, "office"].get(reverse(name, args=OF_ALL[name](world)))
    assert _told(answer.status_code) == (200 if ROUTES[name].deed in DEEDS[role] else 403)


@ROLES
@RELATIONS
@pytest.mark.parametrize("name", BY_PARAMETER)
def test_a_unit_named_in_an_address_is_one_of_the_reach(name, relation, role, world, monkeypatch):
    monkeypatch.setattr(printed.paper, "render_pdf", lambda report, told=None: b"")
    monkeypatch.setattr(printed.paper, "render_slip", lambda report: b"")
    code, deed, outside = BY_PARAMETER[name]
    place = worlds.party(world, relation)
    address = reverse(name, args=code.split("/") if code else [])
    answer = world.browsers[role, place.post].get(address, {"don_vi": place.unit.code})
    if ROUTES[name].deed not in DEEDS[role]:
        assert answer.status_code == 403
    elif role == Role.MASS_OFFICER:
        assert answer.status_code == 404
    else:
        assert _told(answer.status_code) == (200 if relation in REACHED and deed in DEEDS[role] else outside)


@ROLES
@pytest.mark.parametrize("name", PLAIN)
def test_a_page_of_no_unit_opens_to_the_roles_of_the_table(name, role, world, monkeypatch):
    monkeypatch.setattr(printed.paper, "render_forms", lambda papers: b"")
    browser = copy(world.browsers[role, "office"])
    browser.cookies = deepcopy(browser.cookies)
    answer = browser.generic(ROUTES[name].verbs[0], reverse(name))
    assert _told(answer.status_code) == (200 if ROUTES[name].deed in DEEDS[role] else 403)


@ROLES
@pytest.mark.parametrize("name", OF_A_PERSON)
def test_what_somebody_else_asked_for_is_found_by_nobody(name, role, world):
    unit = worlds.party(world, Relation.OWN).unit
    days = {"on": TODAY, "first_day": TODAY, "last_day": TODAY, "asked_at": clock.now(), "ended_at": clock.now()}
    other = User.objects.create(username="nguoi-khac", full_name="Người Khác")
    job = PrintJob.objects.create(
        by=other, code="chua-ket-nap", unit=unit, reading="then", named=False, state="done", pdf=b"%PDF", **days
    )
    answer = world.browsers[role, "office"].get(reverse(name, args=[job.pk]))
    assert answer.status_code == (404 if ROUTES[name].deed in DEEDS[role] else 403)


@ROLES
@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("name", KEPT_BY_A_PERSON)
def test_what_somebody_else_saved_opens_where_it_is_shared_and_is_changed_by_nobody(name, shared, role, world):
    unit, post = worlds.party(world, Relation.OWN).unit, world.cast.office
    other = User.objects.create(username="nguoi-luu", full_name="Người Lưu")
    kept = SavedReport.objects.create(
        by=other, name="Của tôi", code="bieu-2", unit=unit, rule="month", reading="then", named=False, saved_on=TODAY,
        shared=post if shared else None,
    )  # fmt: skip
    answer = world.browsers[role, "office"].get(reverse(name, args=[kept.pk]))
    reads = Deed.PRINT_REPORT in DEEDS[role]
    seen = shared and role != Role.MASS_OFFICER
    assert answer.status_code == (
        (302 if name == "reports:saved" else 403) if reads and seen else 404 if reads else 403
    )


@ROLES
@pytest.mark.parametrize("name", NATIONAL)
def test_national_texts_are_changed_by_nobody_below_a_province(name, role, world):
    address = reverse(name, args=NATIONAL[name])
    assert [world.browsers[role, "office"].generic(verb, address).status_code for verb in ("GET", "POST")] == [403, 403]


def _place(thing: Thing, world: World, relation: Relation, role: Role) -> Place:
    """Where the thing lies for a role: an officer of an organisation stands in the middle of organisations."""
    if thing.of_organisation and role == Role.MASS_OFFICER:
        return Place("office", world.of_organisations[relation])
    return thing.place(world, relation)


def _told(status: int) -> int:
    return 200 if status in OPENS else status
