"""Targets and shares that cannot be: what ``check_data`` finds in each."""

from datetime import date

from directives import share_checks
from directives.models import Allocation, Distribution, Target
from tests import people, quotas

LATER = date(2021, 6, 1)


def share_by_another_target(who):
    quotas.issued(people.target(who.bloc, 5), {who.office: 2})
    Allocation.objects.update(target=people.target(who.bloc, 6))


def count_from_another_day(who):
    quotas.issued(people.target(who.bloc, 5), {who.office: 2})
    Allocation.objects.update(valid_from=LATER)


def go_back_in_time(who):
    target = people.target(who.bloc, 5)
    quotas.issued(target, {}, LATER)
    quotas.issued(target, {}, number=2)
    assert Distribution.objects.count() == 2


def share_with_nobody(who):
    target = people.target(who.bloc, 5)
    gone = people.unit("B.8", "Đảng bộ cũ", "grassroots", who.bloc)
    people.close(gone, date(2020, 6, 1))
    quotas.issued(target, {gone: 2})


def stand_under_another_letter(who):
    part = people.target(who.bloc, 5)
    Target.objects.filter(pk=part.pk).update(part_of=people.target(who.bloc, 6))


def end_before_the_letter(who):
    made = people.target(who.bloc, 5)
    Target.objects.filter(pk=made.pk).update(first_year=2019, last_year=2020)


BROKEN = [
    (share_by_another_target, share_checks.versions, "không khớp với lần giao thứ 1"),
    (count_from_another_day, share_checks.versions, "không khớp với lần giao thứ 1"),
    (go_back_in_time, share_checks.overlapping_versions, "lần giao thứ 1 năm 2021 có hiệu lực sau"),
    (share_with_nobody, share_checks.shared_after_the_end, "khi đơn vị không còn"),
    (stand_under_another_letter, share_checks.parts, "không cùng văn bản"),
    (end_before_the_letter, share_checks.target_periods_of_documents, "kết thúc ngày 2020-12-31"),
]
