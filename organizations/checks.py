"""Checks of stored data about units, posts, figures and the audit trail; each yields what is wrong, one sentence a finding."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import CharField, Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Least
from pghistory.models import Event

from organizations import tree
from organizations.enums import (
    CELL_KINDS,
    GRASSROOTS_KINDS,
    MEMBER_FIGURES,
    ORGANISATION_FIGURES,
    ORGANISATION_KINDS,
    REVIEW_FIGURES,
    FigureKind,
)
from organizations.models import Figure, Oversight, Post, StandingOffice, UnitVersion
from organizations.models.dated import valid_on

# kinds of figure, who declares them, in words
DECLARERS = (
    ((*MEMBER_FIGURES, *REVIEW_FIGURES, FigureKind.EXPECTED), GRASSROOTS_KINDS, "tổ chức cơ sở đảng"),
    (ORGANISATION_FIGURES, ORGANISATION_KINDS, "hội, đoàn thể"),
)


def closure_table() -> Iterator[str]:
    """The stored tree says what the versions of the units say."""
    if different := tree.differences():
        yield f"Bảng cây tổ chức lệch {different} dòng so với các phiên bản của đơn vị; hãy dựng lại cây."


def parents() -> Iterator[str]:
    """A unit begins under a parent that exists on that day."""
    above = UnitVersion.objects.filter(valid_on(OuterRef("valid_from")), unit=OuterRef("parent"))
    orphans = UnitVersion.objects.filter(parent__isnull=False).exclude(Exists(above))
    for version in orphans.select_related("unit", "parent"):
        yield f"{version.unit} từ {version.valid_from} thuộc {version.parent}, là đơn vị không tồn tại vào ngày đó."


def closed_parents() -> Iterator[str]:
    """No unit stays under a parent that has ended: its children move or end with it."""
    still_there = UnitVersion.objects.filter(unit=OuterRef("parent"), valid_until__isnull=True)
    left = UnitVersion.objects.filter(parent__isnull=False, valid_until__isnull=True).exclude(Exists(still_there))
    for version in left.select_related("unit", "parent"):
        yield f"{version.unit} còn thuộc {version.parent}, là đơn vị đã kết thúc."


def posts() -> Iterator[str]:
    """Nobody's post begins in a unit that does not exist on that day."""
    there = UnitVersion.objects.filter(valid_on(OuterRef("valid_from")), unit=OuterRef("unit"))
    for post in Post.objects.exclude(Exists(there)).select_related("user", "unit"):
        yield f"Phân công của {post.user} tại {post.unit} bắt đầu khi đơn vị không tồn tại."


def figures() -> Iterator[str]:
    """Each kind of figure is declared by units that may declare it, as they were on its day.

    An expectation lies ahead of the day on which it was reported: the earlier of the two days counts (LEAST passes over
    a day that is empty).
    """
    day = Least(OuterRef("on"), OuterRef("said_on"))
    version = UnitVersion.objects.filter(valid_on(day), unit=OuterRef("unit"))
    kind = Coalesce(Subquery(version.values("kind")[:1], output_field=CharField()), Value(""))
    for kinds, declarers, words in DECLARERS:
        declared = Figure.objects.filter(in_force=True, kind__in=kinds).annotate(unit_kind=kind)
        for figure in declared.exclude(unit_kind__in=declarers).select_related("unit"):
            yield f"Số liệu ngày {figure.on} ghi cho {figure.unit}, vào ngày đó không phải {words}."


def followed() -> Iterator[str]:
    """A party unit follows every organisation, or one above it, from its first day, and does so still."""
    above = Q(organisation__below__unit=OuterRef("unit"))
    first = valid_on(OuterRef("valid_from"), "organisation__below__") & valid_on(OuterRef("valid_from"))
    still = Q(organisation__below__valid_until__isnull=True, valid_until__isnull=True)
    at_first, by_now = (Exists(Oversight.objects.filter(above & when)) for when in (first, still))
    left = UnitVersion.objects.filter(~at_first | Q(valid_until__isnull=True) & ~by_now, kind__in=ORGANISATION_KINDS)
    for version in left.select_related("unit"):
        yield f"{version.unit} ({version.name}) có ngày không tổ chức đảng nào theo dõi."


def offices() -> Iterator[str]:
    """The cell of a standing office is a cell on all days of the office."""
    version = UnitVersion.objects.filter(unit=OuterRef("cell"))
    there = Exists(version.filter(valid_on(OuterRef("valid_from")), kind__in=CELL_KINDS))
    ends = Subquery(version.order_by("-valid_from").values("valid_until")[:1])
    outlived = Q(ends__isnull=False) & (Q(valid_until__isnull=True) | Q(valid_until__gt=F("ends")))
    wrong = StandingOffice.objects.filter(cell__isnull=False).annotate(ends=ends).filter(~there | outlived)
    for office in wrong.select_related("organisation", "cell"):
        yield f"Cơ quan thường trực của {office.organisation} từ {office.valid_from} ghi {office.cell}, chi bộ có ngày không có."


def corrections() -> Iterator[str]:
    """A figure that was replaced is out of force."""
    for figure in Figure.objects.filter(in_force=True, replaced_by__isnull=False).select_related("unit"):
        yield f"Số liệu ngày {figure.on} của {figure.unit} đã được sửa nhưng vẫn còn hiệu lực."


def unexplained_changes() -> Iterator[str]:
    """Every audit event says who did which deed."""
    for model in apps.get_models():
        if issubclass(model, Event) and not model._meta.abstract and not model._meta.proxy and model._meta.managed:
            count = model.objects.filter(pgh_context__isnull=True).count()
            if count:
                yield f"{count} thay đổi của {model.pgh_tracked_model._meta.verbose_name} không ghi ai làm, việc gì."


CHECKS = (
    closure_table,
    parents,
    closed_parents,
    posts,
    figures,
    followed,
    offices,
    corrections,
    unexplained_changes,
)
