"""Reads about accounts: whom an administrator manages, in which units they give posts, who somebody is on a day."""

from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import CharField, Exists, F, Func, OuterRef, Prefetch, Q, QuerySet, TextField, Value

from organizations import tree
from organizations.access import Reach
from organizations.enums import CELL_KINDS, ORGANISATION_KINDS, PARTY_KINDS, Deed, Role, UnitKind
from organizations.formats import plain
from organizations.models import Post, Unit, User


class _Plain(Func):
    """SQL's search key of a text, equal to ``formats.plain``."""

    template = (
        "lower(translate(regexp_replace(normalize(%(expressions)s, NFD), '[\u0300-\u036f]', '', 'g'), 'Đđ', 'dd'))"
    )
    output_field = TextField()


def kinds_for(role: Role) -> frozenset[UnitKind]:
    """Return the kinds of unit at which ``role`` is held."""
    if role == Role.MASS_OFFICER:
        return ORGANISATION_KINDS
    return CELL_KINDS if role == Role.CELL_SECRETARY else PARTY_KINDS


def places(own: Reach) -> QuerySet[Unit]:
    """Return the party units and the organisations in which an administrator gives and ends posts."""
    party, outside = own.units(Deed.MANAGE_ACCOUNTS), own.organisations(Deed.MANAGE_ACCOUNTS)
    return Unit.objects.filter(Q(pk__in=party) | Q(pk__in=outside))


def managed(own: Reach) -> QuerySet[User]:
    """Return the people an administrator manages: some post in reach, and none, open or to come, outside of it."""
    here, theirs = places(own), Post.objects.filter(user=OuterRef("pk"))
    lasting = theirs.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=own.on))
    held, elsewhere = theirs.filter(unit__in=here), lasting.exclude(unit__in=here)
    return User.objects.filter(Exists(held)).exclude(Exists(elsewhere))


def listed(own: Reach, day: date, words: str) -> QuerySet[User]:
    """Return managed people whose name or user name holds ``words``, by given name, with their posts of a day."""
    found = managed(own).annotate(key=_Plain(F("full_name")), given=_Plain(_given(F("full_name"))))
    if words:
        found = found.filter(Q(key__contains=plain(words)) | Q(username__icontains=plain(words)))
    held = Prefetch("posts", posts(day).order_by("valid_from", "pk"), to_attr="held")
    return found.annotate(second_factor=_second_factor()).order_by("given", "key", "pk").prefetch_related(held)


def posts(day: date) -> QuerySet[Post]:
    """Return the posts of a day with the unit's name on it."""
    return Post.objects.on(day).select_related("unit").annotate(unit_name=tree.name_on(day))


def history(user: User) -> QuerySet[Post]:
    """Return every post of ``user``, those that last first, each with the unit's name on its first day."""
    every = Post.objects.filter(user=user).select_related("unit")
    named = every.annotate(unit_name=tree.name_on(OuterRef("valid_from")))
    return named.order_by(F("valid_until").desc(nulls_first=True), "-valid_from", "-pk")


def version(user: User) -> int:
    """Return how often the account and its posts were changed: two people at once see that it grew meanwhile."""
    return user.events.count() + Post.pgh_event_model.objects.filter(user=user).count()


def _second_factor() -> Exists:
    return Exists(Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP))


def _given(name: F) -> Func:
    """The given name: the last word."""
    return Func(name, Value(r"^.*\s"), Value(""), function="regexp_replace", output_field=CharField())
