"""Facts about the drawings: lengths add up, nothing leaves the canvas, odd data stays sane."""

import re
from itertools import pairwise

import pytest

from reports.charts import Month, Part, Stage, funnel, months, quota_bar
from reports.charts.canvas import WIDTH, Box, count_width, hatch, text_width, wrap

LONG = "Đề nghị cấp ủy có thẩm quyền xem xét, quyết định kết nạp đối với quần chúng ưu tú là người dân tộc thiểu số"
LABELS = ("Đã kết nạp", "Có quyết định, chờ lễ", "Đang trình", "Ở các bước trước")


def parts(*counts: int) -> list[Part]:
    return [Part(label, count) for label, count in zip(LABELS, counts, strict=False)]


def year(*counts: int | None, last: int | None = None) -> list[Month]:
    return [Month(f"T{place}", count, last) for place, count in enumerate(counts, 1)]


QUOTAS = {
    "usual": quota_bar(150, parts(45, 12, 20, 30), last_year=124, year_gone=0.42),
    "over-fulfilled": quota_bar(100, parts(131, 4, 0, 2), last_year=88, year_gone=1.0),
    "no target": quota_bar(None, parts(12, 3, 0, 1), last_year=9, year_gone=0.5),
    "target zero": quota_bar(0, parts(0, 0, 0, 0), year_gone=0.5),
    "all zero": quota_bar(150, parts(0, 0, 0, 0), last_year=0, year_gone=0.0),
    "last year far above": quota_bar(10, parts(1), last_year=4000),
    "a nation, long labels": quota_bar(1_234_567, [Part(LONG, 1_000_000), Part(LONG, 1)], year_gone=0.9),
    "five parts": quota_bar(20, [Part(str(place), place) for place in range(5)]),
    "nothing": quota_bar(None, []),
}
FUNNELS = {
    "usual": funnel([Stage("Nguồn", 214, 21), Stage("Cảm tình Đảng", 182, 9), Stage("Kết nạp", 45)]),
    "rises again": funnel([Stage("Nguồn", 3, 0), Stage(LONG, 1_234_567, 5), Stage("Kết nạp", 0)]),
    "all zero": funnel([Stage("Nguồn", 0, 0), Stage("Kết nạp", 0)]),
    "nothing": funnel([]),
}
YEARS = {
    "usual": months(year(8, 6, 9, 12, 14, 15, 9, 11, 13, 15, 9, None, last=11)),
    "all zero": months(year(*[0] * 12, last=0)),
    "not begun": months(year(*[None] * 12)),
    "a nation": months(year(*[12_345] * 12, last=9_000)),
    "nothing": months([]),
}


@pytest.fixture(params=QUOTAS.values(), ids=QUOTAS.keys())
def quota(request):
    return request.param


@pytest.fixture(params=FUNNELS.values(), ids=FUNNELS.keys())
def drawn_funnel(request):
    return request.param


@pytest.fixture(params=YEARS.values(), ids=YEARS.keys())
def drawn_year(request):
    return request.param


def inside(box: Box, width: int, height: int) -> bool:
    return box.x >= 0 and box.y >= 0 and box.right <= width and box.bottom <= height and min(box.width, box.height) >= 0


def test_quota_stays_on_its_canvas(quota):
    boxes = [box for drawn in quota.segments for box in (drawn.box, drawn.plate, drawn.key) if box]
    boxes += [mark.key for mark in (quota.last_year_mark, quota.year_mark) if mark]
    assert all(inside(box, quota.width, quota.height) for box in boxes)
    assert all(line.y <= quota.height for drawn in quota.segments for line in drawn.lines)
    assert quota.target_at is None or 0 <= quota.target_at <= quota.width


def test_quota_segments_meet_without_gap_or_overlap(quota):
    assert all(left.box.right == right.box.x for left, right in pairwise(quota.segments))
    assert not quota.segments or quota.segments[0].box.x == 0


def test_quota_legend_rows_do_not_touch(quota):
    keys = [drawn.key for drawn in quota.segments]
    keys += [mark.key for mark in (quota.last_year_mark, quota.year_mark) if mark]
    assert all(upper.bottom < lower.y for upper, lower in pairwise(keys))


def test_quota_labels_leave_room_for_their_numbers(quota):
    for drawn in quota.segments:
        room = quota.width - count_width(drawn.part.count)
        assert all(line.x + text_width(line.words) < room for line in drawn.lines)


def test_quota_number_fits_its_segment_and_is_not_struck_through(quota):
    for drawn in quota.segments:
        if drawn.plate:
            assert drawn.box.x <= drawn.plate.x
            assert drawn.plate.right <= drawn.box.right
            assert quota.target_at is None or not drawn.plate.x < quota.target_at < drawn.plate.right


def test_quota_fills_the_width_when_parts_and_missing_reach_the_target():
    assert sum(drawn.box.width for drawn in QUOTAS["usual"].segments) == WIDTH


@pytest.mark.parametrize(
    ("target", "counts", "missing", "over", "reached"),
    [
        (150, (45, 12, 20, 30), 43, 0, 30.0),
        (150, (150, 0, 0, 0), 0, 0, 100.0),
        (100, (131, 4, 0, 2), 0, 31, 131.0),
        (100, (90, 20, 0, 0), 0, 0, 90.0),
        (150, (0, 0, 0, 0), 150, 0, 0.0),
        (0, (2, 0, 0, 0), 0, 2, None),
    ],
)
def test_quota_counts_against_its_target(target, counts, missing, over, reached):
    drawing = quota_bar(target, parts(*counts))
    assert (drawing.segments[-1].part.count, drawing.over, drawing.reached) == (missing, over, reached)


def test_quota_without_target_has_neither_missing_part_nor_target_nor_share_of_the_year():
    drawing = QUOTAS["no target"]
    assert [drawn.part.label for drawn in drawing.segments] == list(LABELS)
    assert (drawing.target_at, drawing.year_mark, drawing.reached, drawing.over) == (None, None, None, 0)
    assert drawing.last_year_mark.count == 9


def test_quota_parts_differ_in_tone_and_the_light_ones_are_hatched():
    tones = [(drawn.tone, bool(drawn.key_hatch)) for drawn in QUOTAS["usual"].segments]
    assert tones == [(0, False), (1, False), (2, True), (3, True), (4, False)]


def test_year_gone_stands_at_its_share_of_the_target():
    assert quota_bar(200, parts(200), year_gone=0.5).year_mark.x == WIDTH // 2


def test_funnel_stays_on_its_canvas(drawn_funnel):
    assert all(inside(drawn.bar, drawn_funnel.width, drawn_funnel.height) for drawn in drawn_funnel.stages)
    assert all(drawn.loss_y <= drawn_funnel.height for drawn in drawn_funnel.stages if drawn.slope)


def test_funnel_rows_do_not_touch(drawn_funnel):
    for upper, lower in pairwise(drawn_funnel.stages):
        assert upper.bar.bottom < upper.loss_y < lower.lines[0].y - 12


def test_funnel_labels_leave_room_for_their_numbers(drawn_funnel):
    for drawn in drawn_funnel.stages:
        room = drawn_funnel.width - count_width(drawn.stage.count)
        assert all(text_width(line.words) < room for line in drawn.lines)


def test_funnel_widest_stage_fills_the_width_and_zero_has_none():
    assert [drawn.bar.width for drawn in FUNNELS["rises again"].stages] == [0, WIDTH, 0]


def test_months_stay_in_their_plot(drawn_year):
    for drawn in drawn_year.bars:
        assert drawn.bar is None or inside(drawn.bar, drawn_year.width, drawn_year.plot.bottom)
        assert drawn.last_y is None or drawn_year.plot.y <= drawn.last_y <= drawn_year.plot.bottom
        assert drawn.bar is None or drawn.count_y > 10


def test_months_slots_fill_the_axis(drawn_year):
    slots = [drawn.slot for drawn in drawn_year.bars]
    assert all(left.right == right.x for left, right in pairwise(slots))
    assert not slots or (slots[0].x, slots[-1].right) == (drawn_year.plot.x, drawn_year.plot.right)


@pytest.mark.parametrize(
    ("top", "values"),
    [(0, (0, 1)), (1, (0, 1)), (3, (0, 1, 2, 3)), (15, (0, 5, 10, 15)), (155, (0, 50, 100, 150, 200))],
)
def test_months_grid_has_round_whole_numbers(top, values):
    assert tuple(tick.value for tick in months([Month("T1", top)]).ticks) == values


def test_months_that_have_not_come_have_no_bar_and_do_not_count_for_last_year():
    drawing = months([Month("T1", 3, 5), Month("T2", None, 7)])
    assert (drawing.bars[1].bar, drawing.bars[1].last_y is not None) == (None, True)
    assert (drawing.total, drawing.last_total) == (3, 5)


def test_months_number_is_not_struck_through_by_last_year():
    (drawn,) = months([Month("T1", 100, 105)]).bars
    assert drawn.count_y < drawn.last_y
    (drawn,) = months([Month("T1", 10, 100)]).bars
    assert drawn.last_y < drawn.count_y < drawn.bar.y


def test_months_hide_numbers_and_shorten_labels_that_would_meet_their_neighbours():
    assert (YEARS["usual"].numbers_fit, YEARS["a nation"].numbers_fit) == (True, False)
    assert [drawn.label for drawn in months([Month(f"Tháng {n}", 1) for n in range(1, 13)]).bars][-1] == "12"


def test_wrap_breaks_at_spaces_and_loses_no_word():
    lines = wrap(LONG, 200)
    assert " ".join(lines) == LONG
    assert all(text_width(line) <= 200 for line in lines)
    assert wrap("", 200) == ()


def test_marks_on_letters_add_no_width():
    assert text_width("Đường thẳng") == text_width("Đuong thang")


def test_hatching_stays_in_its_box():
    points = [(int(x), int(y)) for x, y in re.findall(r"[ML](\d+) (\d+)", hatch(Box(10, 20, 30, 12), 6))]
    assert points
    assert all(10 <= x <= 40 and 20 <= y <= 32 for x, y in points)
    assert hatch(Box(10, 20, 0, 12), 6) == ""
