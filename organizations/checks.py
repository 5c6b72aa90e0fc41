"""Checks of stored data about units, posts, figures and the audit trail; each yields what is wrong, one sentence a finding."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import CharField, Exists, OuterRef, Subquery
from pghistory.models import Event

from organizations import tree
from organizations.enums import GRASSROOTS_KINDS
from organizations.models import Figure, Post, UnitVersion
from organizations.models.dated import valid_on


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
    """Members are declared by organisations that are grassroots ones on the day of the figure."""
    version = UnitVersion.objects.filter(valid_on(OuterRef("on")), unit=OuterRef("unit"))
    kind = Subquery(version.values("kind")[:1], output_field=CharField())
    wrong = Figure.objects.filter(in_force=True).annotate(unit_kind=kind).exclude(unit_kind__in=GRASSROOTS_KINDS)
    for figure in wrong.select_related("unit"):
        yield f"Số liệu ngày {figure.on} ghi cho {figure.unit}, vào ngày đó không phải tổ chức cơ sở đảng."


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


CHECKS = (closure_table, parents, closed_parents, posts, figures, corrections, unexplained_changes)
