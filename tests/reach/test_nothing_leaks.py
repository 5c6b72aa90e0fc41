"""What stands in the answers: no word of an object elsewhere is read by any role on any page, and nothing elsewhere is written.

``planted`` creates what could leak; first it is read by those to whom it belongs.
"""

import io
import re
import uuid
import zipfile
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse

from candidates import handing_excel
from candidates.enums import Group
from organizations import audit
from organizations.access import DEEDS
from organizations.enums import Role
from reports.views import printed
from tests import databases, people
from tests.reach import planted
from tests.reach import world as worlds
from tests.reach.planted import Kind, Site
from tests.reach.test_every_route import BY_PARAMETER, OF_ALL, OF_UNITS, PLAIN, address_of, expected
from tests.reach.world import REACHED, Relation, World
from tests.test_routes import ROUTES

ELSEWHERE = (Relation.FOREIGN, Relation.ANCESTOR)
WRITES = [name for name in OF_UNITS if "POST" in ROUTES[name].verbs]
EVENTS = [model.pgh_event_model for model in apps.get_models() if hasattr(model, "pgh_event_model")]
# Every way to print: a paper that stands as itself, not as its bytes, can be searched.
PAPERS = [
    name
    for name, made in vars(printed.paper).items()
    if name.startswith("render_") and made.__module__ == printed.paper.__name__
]
# By which of the words each list is searched.
LOOKED_FOR = {
    "candidates:list": (Kind.NAME, Kind.STUDENT),
    "candidates:nominations": (Kind.NAME,),
    "organizations:organisations": (Kind.ORGANISATION,),
    "organizations:accounts": (Kind.ACCOUNT,),
    "directives:index": (Kind.LETTER,),
}
# Enough for a form to be complete where it is the reach alone that refuses.
TYPED = {
    "version": "1",
    "reason": "ghi nhầm",
    "on": "1/5/2021",
    "name": "Lê Văn Thử",
    "valid_from": "1/5/2021",
    "year": "2018",
    "answered_on": "1/5/2021",
    "until": "1/5/2021",
    "issued_on": "1/5/2021",
    "papers": "1",
    "direction": "in",
    "counterpart": "Chi bộ",
    "signed_by": "Lê Văn Thử",
    "count": "1",
}


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[tuple[World, tuple[Site, ...]]]:
    """The world with what could leak, built once."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = worlds.build()
        sites = planted.plant(world)
        databases.settle()
        yield world, sites
        transaction.set_rollback(True)


@pytest.fixture
def world(made, db, monkeypatch) -> World:
    """The world; papers tell what stands in them, the audit everything on one page."""
    for paper in PAPERS:
        monkeypatch.setattr(printed.paper, paper, lambda report, told=None: repr(report).encode())
    monkeypatch.setattr(handing_excel, "workbook", lambda rows: repr(list(rows)).encode())
    monkeypatch.setattr(audit, "PAGE_SIZE", 20_000)
    return made[0]


@pytest.fixture
def sites(made) -> tuple[Site, ...]:
    return made[1]


def test_a_printed_paper_is_never_taken_for_text():
    assert "render_confirmation" in PAPERS
    with pytest.raises(AssertionError, match="outside PAPERS"):
        _text(b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n...\n%%EOF\n")


@pytest.mark.parametrize("place", [0, 1], ids=["foreign", "beside"])
def test_everything_planted_is_read_by_those_to_whom_it_belongs(place, world, sites):
    site = sites[place]
    told = {role: _told_at(site, role) for role in (Role.BOARD_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR)}
    of_accounts = {Kind.ACCOUNT}
    kinds = {
        Role.BOARD_OFFICER: set(Kind) - of_accounts,
        Role.ADMINISTRATOR: of_accounts,
        Role.AUDITOR: set(Kind),
    }
    assert {role: {kind for kind in Kind if site.word(kind) in told[role]} & kinds[role] for role in told} == kinds
    assert [planted.REASON in told[role] for role in (Role.BOARD_OFFICER, Role.AUDITOR)] == [True, True]


@pytest.mark.parametrize("role", list(Role))
def test_no_page_says_a_word_of_what_lies_elsewhere(role, world, sites):
    opened, leaks = 0, []
    for post, address in _pages(role, world, sites):
        answer = world.browsers[role, post].get(address)
        opened += answer.status_code == 200
        said = _said(answer)
        leaks += [(post, address, word) for site in sites for word in site.words if word in said]
        leaks += [(post, address, planted.REASON)] if _tells_reason(address, said) else []
    assert leaks == []
    assert opened > 15


@pytest.mark.parametrize("relation", ELSEWHERE)
@pytest.mark.parametrize("name", WRITES)
def test_nothing_elsewhere_is_written(name, relation, world):
    before = _events()
    able = [role for role in Role if expected(role, ROUTES[name].deed, OF_UNITS[name], Relation.OWN) == 200]
    answers = {}
    for role in able:
        post, address = address_of(name, world, relation, role)
        answers[role] = world.browsers[role, post].post(address, TYPED | {"form_token": uuid.uuid4()}).status_code
    assert able
    opening = {role for role in able if expected(role, ROUTES[name].deed, OF_UNITS[name], relation) == 200}
    assert {role for role, status in answers.items() if status not in (403, 404)} <= opening
    assert _events() == before


def _events() -> list[int]:
    """How many changes of any table were ever recorded."""
    return [model.objects.count() for model in EVENTS]


def _pages(role: Role, world: World, sites: tuple[Site, ...]) -> Iterator[tuple[str, str]]:
    """Every page that a role may open within its reach, and lists that are asked for what lies elsewhere."""
    for post in ("office",) if role == Role.MASS_OFFICER else ("office", "cell"):
        yield from ((post, reverse(name)) for name in _open_to(role, PLAIN))
    for name in _open_to(role, OF_ALL):
        yield "office", reverse(name, args=OF_ALL[name](world))
    for relation in sorted(REACHED):
        yield from _of_units(role, world, relation)
    yield from (("office", address) for site in sites for address in _asked(site))


def _open_to(role: Role, names) -> list[str]:
    return [name for name in names if ROUTES[name].deed in DEEDS[role] and "GET" in ROUTES[name].verbs]


def _of_units(role: Role, world: World, relation: Relation) -> Iterator[tuple[str, str]]:
    yield from (address_of(name, world, relation, role) for name in _open_to(role, OF_UNITS))
    place = worlds.party(world, relation)
    for name in _open_to(role, BY_PARAMETER):
        code, _, _ = BY_PARAMETER[name]
        yield place.post, f"{reverse(name, args=code.split('/') if code else [])}?don_vi={place.unit.code}"


def _asked(site: Site) -> Iterator[str]:
    """Lists asked for what lies at a site: by the first letters of its words, by its organisation, class and people."""
    for kind in Kind:
        looked_for = urlencode({"tim": site.word(kind)[:-2]})
        for name in (
            "candidates:list",
            "candidates:nominations",
            "organizations:organisations",
            "organizations:accounts",
            "directives:index",
        ):
            if kind in LOOKED_FOR[name]:
                yield f"{reverse(name)}?{looked_for}"
    organisation, dossiers, lists = (
        site.organisation.code,
        reverse("candidates:list"),
        reverse("candidates:nominations"),
    )
    yield from (f"{dossiers}?to_chuc={organisation}", f"{lists}?to_chuc={organisation}")
    yield from (f"{dossiers}?lop={site.lesson}&o_lop=enrolled", reverse("classes:class", args=[site.lesson]))
    yield from (f"{reverse('regimes:index')}?ngay=1/1/2020", reverse("regimes:local", args=[site.criterion]))
    yield from (reverse(f"directives:{page}", args=[site.letter]) for page in ("directive", "deliveries", "correct"))
    yield f"{dossiers}?nhom={Group.WOMEN}&cach_tinh=now"
    yield f"{lists}?ket_qua=returned&ly_do=wish"
    pages = ("issued", "issued_pdf", "issued_slip", "issued_excel", "issued_changes")
    yield from (reverse(f"reports:{page}", args=[site.report]) for page in pages)
    yield reverse("reports:issued_list", args=[site.report, 1])
    yield reverse("reports:round", args=[site.round])
    yield from (f"{reverse(page)}?nguoi={site.username}" for page in ("organizations:audit", "organizations:readings"))


def _told_at(site: Site, role: Role) -> str:
    """Everything that the pages about a site tell a person of its top unit."""
    username = f"t-{site.name}-{role}"
    browser = people.signed_in(people.person(username, "Người Ở Trên", role, site.top))
    own = [reverse("candidates:dossier", args=[made.code]) for made in site.dossiers]
    own += [reverse(f"candidates:{page}", args=[site.dossiers[0].code]) for page in ("papers", "handover")]
    own += [reverse("candidates:answer", args=[made.pk]) for made in site.nominations]
    own += [reverse(name) for name in ("candidates:nominations", "organizations:accounts", "organizations:audit")]
    own.append(reverse("organizations:organisation", args=[site.organisation.code]))
    own += [reverse("regimes:index"), reverse("candidates:handing")]
    own.append(reverse("candidates:scans", args=[site.dossiers[0].code, site.scanned]))
    own.append(reverse("candidates:reconciliation", args=[site.reconciliation]))
    return " ".join(_said(browser.get(address)) for address in (*own, *_asked(site)))


def _said(answer: HttpResponse) -> str:
    """What an answer says, but for what may be chosen in a list."""
    text = _text(answer.content) + answer.headers.get("Location", "")
    return re.sub(r"<option.*?</option>", "", text, flags=re.DOTALL)


def _tells_reason(address: str, said: str) -> bool:
    """The reason is said of a single nomination; a report counts returns by reason, a list repeats what it was asked."""
    return planted.REASON in said and not address.startswith("/bao-cao/") and "ly_do=" not in address


def _text(content: bytes) -> str:
    """What a page or a workbook says; a printed paper is refused, nobody can search it."""
    assert not content.rstrip().endswith(b"%%EOF"), "a PDF was answered: its renderer stands outside PAPERS"
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return " ".join(book.read(part).decode() for part in book.namelist())
