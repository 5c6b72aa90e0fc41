"""Members whom cells assigned to help, and tasks they gave, invented for dossiers that were written."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random

from candidates.enums import FINAL, Sex, Stage
from candidates.models import GivenTask, Helper
from organizations.formats import date_vn
from reports.demo import names
from reports.demo.dossiers import Followed
from reports.demo.lives import working_day

TASKS = (
    "Tham gia tổ chức các phong trào thi đua, hoạt động tập thể của đơn vị",
    "Tuyên truyền, vận động người thân, đồng nghiệp chấp hành chủ trương của Đảng, pháp luật của Nhà nước",
    "Phụ trách một phần việc trong kế hoạch công tác năm, báo cáo kết quả với chi bộ",
    "Tham gia công tác an sinh xã hội, giúp đỡ hộ khó khăn tại nơi cư trú",
    "Viết bản thu hoạch sau đợt học tập, làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
)


def assign(random: Random, followed: Iterable[Followed], share: float) -> None:
    """Give a helper to this share of those who became sympathisers, from that day until their way ended."""
    helped = [each for each in followed if each.life.day(Stage.SYMPATHISER) and random.random() < share]
    Helper.objects.bulk_create(_helper(random, each) for each in helped)


def give_tasks(random: Random, followed: Iterable[Followed], share: float, until: date) -> None:
    """Give a task to this share of those who became sympathisers, some weeks later, if that is not after ``until``."""
    tasked = [each for each in followed if each.life.day(Stage.SYMPATHISER) and random.random() < share]
    GivenTask.objects.bulk_create(_tasks(random, tasked, until))


def _helper(random: Random, each: Followed) -> Helper:
    begun = each.life.day(Stage.SYMPATHISER)
    return Helper(
        dossier=each.dossier,
        name=names.draw(random, random.choice(list(Sex))),
        resolution=f"Nghị quyết chi bộ ngày {date_vn(begun)}",
        valid_from=begun,
        valid_until=_ended(each),
        official_since=begun - timedelta(days=366 * (3 + each.dossier.pk % 12)),
    )


def _ended(each: Followed) -> date | None:
    """The day on which a way ended; nobody is helped from then on."""
    stage, day = each.life.steps[-1]
    return day if stage in FINAL else None


def _tasks(random: Random, tasked: Iterable[Followed], until: date) -> Iterator[GivenTask]:
    for each in tasked:
        given = working_day(each.life.day(Stage.SYMPATHISER) + timedelta(days=random.randint(7, 40)))
        if given <= until and each.life.on(given) not in FINAL:
            yield GivenTask(dossier=each.dossier, given_on=given, words=random.choice(TASKS))
