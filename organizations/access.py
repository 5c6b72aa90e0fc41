"""Who may do what where: roles × deeds in one table, and a person's reach by the real date. Deny by default."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from allauth.mfa.models import Authenticator
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet

from organizations import tree
from organizations.enums import ORGANISATION_KINDS, Deed, Role, UnitKind
from organizations.errors import NotAllowed
from organizations.models import Oversight, Post, Unit, UnitAncestry, UnitVersion, User
from organizations.settled import settled

_BEGIN = frozenset({Deed.SEE_DESK, Deed.CHOOSE_DATE})
_READ = _BEGIN | {
    Deed.SEE_UNITS,
    Deed.SEE_ORGANISATIONS,
    Deed.SEE_DOCUMENTS,
    Deed.SEE_DOSSIERS,
    Deed.SEE_NOMINATIONS,
    Deed.SEE_CLASSES,
    Deed.SEE_RULES,
}
_COUNT = frozenset({Deed.SEE_STATISTICS, Deed.PRINT_REPORT})
_NAMES = frozenset({Deed.SEE_SENSITIVE, Deed.PRINT_NAMES})
_KEEP = frozenset(
    {Deed.ADD_CANDIDATE, Deed.EDIT_CANDIDATE, Deed.RECORD_PAPER, Deed.CORRECT_STEP, Deed.PRINT_FORM, Deed.SEE_SCANS}
)
# What whoever receives dossiers from cells does with them.
_APPRAISE = frozenset({Deed.RETURN_DOSSIER, Deed.KEEP_HANDOVER, Deed.PRINT_FORM})
_ANSWER = frozenset({Deed.ANSWER_NOMINATION, Deed.MAKE_KNOWN, Deed.REPORT_REVIEW})

DEEDS: dict[Role, frozenset[Deed]] = {
    Role.CELL_SECRETARY: _READ
    | _KEEP
    | _ANSWER
    | {Deed.MOVE_AS_CELL, Deed.HOLD_MEETING, Deed.SEE_SENSITIVE}
    | {Deed.CONFIRM_FIGURES},
    Role.ENTRY_CLERK: _READ
    | _KEEP
    | {Deed.ENTER_FOR_CELL, Deed.ENTER_FOR_COMMITTEE}
    | {Deed.ANSWER_NOMINATION, Deed.SEE_SENSITIVE, Deed.OVERRIDE},
    Role.COMMITTEE_OFFICE: _READ
    | _COUNT
    | _APPRAISE
    | {Deed.MOVE_AS_COMMITTEE, Deed.HOLD_MEETING, Deed.RECORD_PAPER, Deed.CORRECT_STEP}
    | {Deed.DECLARE_FIGURES, Deed.REPORT_REVIEW, Deed.MAKE_KNOWN, Deed.KEEP_DOCUMENTS}
    | {Deed.SHARE_OUT}
    | {Deed.CONFIRM_FIGURES},
    Role.BOARD_OFFICER: _READ
    | _KEEP
    | _COUNT
    | _NAMES
    | _APPRAISE
    | {Deed.MOVE_AS_BOARD, Deed.ENTER_FOR_COMMITTEE, Deed.HOLD_MEETING, Deed.HAND_ON}
    | {Deed.OVERRIDE, Deed.DECLARE_FIGURES, Deed.REPORT_REVIEW}
    | {Deed.KEEP_DOCUMENTS, Deed.RUN_CLASSES}
    | {Deed.KEEP_ORGANISATIONS, Deed.DECLARE_ORGANISATION, Deed.KEEP_RULES}
    | {Deed.SHARE_OUT}
    | {Deed.ISSUE_REPORT}
    | {Deed.OPEN_ROUND},
    Role.APPRAISER: _READ
    | _COUNT
    | _APPRAISE
    | {Deed.RECORD_PAPER, Deed.CORRECT_STEP, Deed.SEE_SENSITIVE, Deed.SEE_SCANS},
    Role.MEMBER_IN_CHARGE: _READ | _COUNT | {Deed.ESCALATE},
    Role.LEADERSHIP: _READ | _COUNT | {Deed.PRINT_NAMES, Deed.ESCALATE},
    Role.MASS_OFFICER: _BEGIN
    | {Deed.SEE_ORGANISATIONS, Deed.SEE_NOMINATIONS, Deed.NOMINATE, Deed.DECLARE_ORGANISATION, Deed.MAKE_KNOWN}
    | {Deed.PRINT_REPORT, Deed.SEE_DOCUMENTS}
    | {Deed.ISSUE_REPORT},
    Role.TRAINING_CLERK: _BEGIN | {Deed.SEE_UNITS, Deed.SEE_CLASSES, Deed.RUN_CLASSES},
    Role.AUDITOR: _READ | {Deed.SEE_STATISTICS, Deed.SEE_AUDIT},
    Role.ADMINISTRATOR: _BEGIN | {Deed.SEE_UNITS, Deed.MANAGE_ACCOUNTS, Deed.SWITCH_SCANS},
}
# Roles that must sign in with a second factor in a real installation: they see many people, or give others their rights.
SECOND_FACTOR = frozenset(
    {Role.BOARD_OFFICER, Role.APPRAISER, Role.ENTRY_CLERK, Role.LEADERSHIP, Role.AUDITOR, Role.ADMINISTRATOR}
)


@dataclass(frozen=True)
class Reach:
    """What a person's posts of today allow: each post gives the deeds of its role at its unit and below.

    It lives as long as one request, and remembers what lies above a unit, and which units a deed reaches, once it was asked.
    """

    posts: tuple[Post, ...]
    on: date
    _above: dict[int, frozenset[int]] = field(default_factory=dict, compare=False, repr=False)
    _codes: dict[Deed, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def first(self) -> Post | None:
        """The post that names the person on screens; None for a person without any."""
        return self.posts[0] if self.posts else None

    @property
    def owes_second_factor(self) -> bool:
        """Say whether a role demands a second factor that the person has not switched on (asked of ``reach``'s posts)."""
        return any(post.role in SECOND_FACTOR and not post.second_factor for post in self.posts)

    def roots(self, deed: Deed) -> list[Unit]:
        """The units at which some post grants ``deed``."""
        return [post.unit for post in self.posts if deed in DEEDS[Role(post.role)]]

    def grants(self, deed: Deed) -> bool:
        """Say whether any post grants ``deed`` anywhere."""
        return bool(self.roots(deed))

    def units(self, deed: Deed) -> QuerySet[Unit]:
        """The units in which the person may do ``deed`` today."""
        return tree.descendants(self.roots(deed), self.on)

    def organisations(self, deed: Deed) -> QuerySet[Unit]:
        """The organisations outside the Party that the person reaches by ``deed`` today.

        Those at or below a post in an organisation, and those that a party unit of the reach follows, with what is under them.
        """
        reached = settled(tree.descendants(self.roots(deed), self.on))
        followed = Oversight.objects.on(self.on).filter(unit__in=reached).values("organisation")
        own = UnitVersion.objects.on(self.on).filter(kind__in=ORGANISATION_KINDS, unit__in=reached).values("unit")
        tops = Unit.objects.filter(Q(pk__in=settled(followed)) | Q(pk__in=settled(own)))
        return tree.descendants(settled(tops), self.on)

    def units_ever(self, deed: Deed) -> QuerySet[Unit]:
        """The units of ``units``, and those that exist no longer and once lay under the same posts: past numbers name them."""
        once = UnitAncestry.objects.filter(ancestor__in=self.roots(deed)).values("unit")
        return Unit.objects.filter(Q(pk__in=self.units(deed)) | Q(pk__in=once) & self._gone)

    def codes_ever(self, deed: Deed) -> frozenset[str]:
        """The codes of ``units_ever``."""
        if deed not in self._codes:
            self._codes[deed] = frozenset(self.units_ever(deed).values_list("code", flat=True))
        return self._codes[deed]

    def organisations_ever(self, deed: Deed) -> QuerySet[Unit]:
        """The organisations of ``organisations``, and those that exist no longer and were once reached likewise."""
        followed = Oversight.objects.filter(unit__in=self.units_ever(deed)).values("organisation")
        tops = Unit.objects.filter(Q(pk__in=followed) | Q(pk__in=[root.pk for root in self.roots(deed)]))
        once = UnitAncestry.objects.filter(ancestor__in=tops).values("unit")
        return Unit.objects.filter(Q(pk__in=self.organisations(deed)) | Q(pk__in=once) & self._gone)

    @property
    def _gone(self) -> Q:
        return Q(~Exists(UnitVersion.objects.on(self.on).filter(unit=OuterRef("pk"))))

    def covers_organisation(self, deed: Deed, organisation: Unit) -> bool:
        """Say whether the person may do ``deed`` for ``organisation``."""
        return self.organisations(deed).filter(pk=organisation.pk).exists()

    def without(self, kinds: Collection[UnitKind]) -> "Reach":
        """The reach without the posts in units of some kinds (asked of ``reach``'s posts): theirs is other work."""
        return replace(self, posts=tuple(post for post in self.posts if getattr(post, "unit_kind", None) not in kinds))

    def nearest_units(self, deed: Deed, but: Collection[UnitKind] = ()) -> QuerySet[Unit]:
        """The units in which nobody stands nearer to the work: no post further down grants ``deed`` there.

        Posts in units of the kinds ``but`` do other work and are left out.
        """
        roots = self.without(but).roots(deed)
        below = tree.descendants(roots, self.on).exclude(pk__in=[root.pk for root in roots])
        posts = _granting(deed, self.on).filter(unit__in=below)
        if but:
            posts = posts.exclude(unit__in=UnitVersion.objects.on(self.on).filter(kind__in=but).values("unit"))
        nearer = Unit.objects.filter(pk__in=posts.values("unit"))
        return tree.descendants(roots, self.on).exclude(pk__in=tree.descendants(nearer, self.on))

    def covers(self, deed: Deed, unit: Unit) -> bool:
        """Say whether the person may do ``deed`` in ``unit``."""
        if unit.pk not in self._above:
            self.know(unit, UnitAncestry.objects.on(self.on).filter(unit=unit).values_list("ancestor_id", flat=True))
        return any(root.pk in self._above[unit.pk] for root in self.roots(deed))

    def above(self) -> ArraySubquery:
        """The keys of the units at or above the ``unit`` of a row, to fetch along with it and hand to ``know``."""
        return ArraySubquery(UnitAncestry.objects.on(self.on).filter(unit=OuterRef("unit")).values("ancestor_id"))

    def know(self, unit: Unit, above: Iterable[int]) -> None:
        """Remember what lies above ``unit``, so that ``covers`` need not ask."""
        self._above[unit.pk] = frozenset(above)


def reach(user: User, on: date) -> Reach:
    """Return the reach of ``user`` on the real day ``on``; a person without a post reaches nothing."""
    posts = Post.objects.on(on).filter(user=user).select_related("unit").order_by("valid_from", "pk")
    code = Authenticator.objects.filter(user=OuterRef("user"), type=Authenticator.Type.TOTP)
    told = {"unit_name": tree.name_on(on), "unit_kind": tree.kind_on(on), "second_factor": Exists(code)}
    return Reach(tuple(posts.annotate(**told)), on)


def posts_granting(deed: Deed, unit: Unit, on: date) -> QuerySet[Post]:
    """Return the posts of a day that grant ``deed`` in ``unit``: those at the unit or above it whose role has it.

    Above an organisation outside the Party lie, too, the party unit that follows it and those above that one.
    """
    line = tree.ancestors(unit, on)
    followers = Oversight.objects.on(on).filter(organisation__in=line).values("unit")
    over = UnitAncestry.objects.on(on).filter(unit__in=followers).values("ancestor")
    held = _granting(deed, on).filter(Q(unit__in=line) | Q(unit__in=over))
    return held.select_related("user", "unit").order_by("user__username", "pk")


def check_may_for(own: Reach, deed: Deed, organisation: Unit) -> None:
    """Raise NotAllowed with a sentence when ``own`` does not cover ``deed`` for an organisation outside the Party."""
    if not own.covers_organisation(deed, organisation):
        raise NotAllowed(f"Vai trò của đồng chí không có quyền “{deed.label}” đối với tổ chức này.")


def check_may(own: Reach, deed: Deed, unit: Unit) -> None:
    """Raise NotAllowed with a sentence when ``own`` does not cover ``deed`` in ``unit``."""
    if not own.covers(deed, unit):
        raise NotAllowed(f"Vai trò của đồng chí không có quyền “{deed.label}” tại tổ chức đảng này.")


def _granting(deed: Deed, on: date) -> QuerySet[Post]:
    """The posts of people with an open account whose role has ``deed``."""
    roles = [role for role, deeds in DEEDS.items() if deed in deeds]
    return Post.objects.on(on).filter(role__in=roles, user__is_active=True)
