"""Reads what was verified, consented to and found about a dossier: what is still open, and which criteria a person must judge."""

from collections.abc import Iterable
from datetime import date

from candidates import criteria
from candidates.enums import CriterionCode, Verification, Verified
from candidates.models import BackgroundCheck, Dossier, FormerMembership, LocalCriterion, LocalFinding


def checks_lacking(checks: Iterable[BackgroundCheck], on: date) -> str:
    """Say in words of whom no verification is recorded, and of whom the answer has not come by a day; "" when all is done."""
    known = list(checks)
    missing = [each.label for each in Verified if each not in {check.relation for check in known}]
    waiting = [each.label for each in Verified if each in {check.relation for check in known if is_open(check, on)}]
    said = (("Chưa ghi", missing), ("Đang chờ kết quả", waiting))
    return " ".join(f"{words}: {'; '.join(found)}." for words, found in said if found)


def is_open(check: BackgroundCheck, on: date) -> bool:
    """Say whether a verification was asked for and not yet answered on a day."""
    if check.state == Verification.ASKED:
        return True
    return check.state == Verification.ANSWERED and check.answered_on > on


def former_lacking(dossier: Dossier, found: Iterable[FormerMembership]) -> str:
    """Say in words what lacks of the earlier time in the Party; "" where nothing does, or nothing is asked."""
    return "Chưa ghi lần ra khỏi Đảng trước đây." if dossier.readmission and not list(found) else ""


def stated(dossier: Dossier, on: date) -> list[LocalCriterion]:
    """Return the criteria in force on a day that bind a person and that only a person can judge."""
    return [each for each in criteria.binding(dossier, on) if each.code == CriterionCode.STATED]


def findings_lacking(wanted: Iterable[LocalCriterion], found: Iterable[LocalFinding]) -> str:
    """Say in words which of the criteria nobody judged yet; "" when all are."""
    judged = {each.criterion_id for each in found}
    open_ones = [each.words.rstrip(".") for each in wanted if each.pk not in judged]
    return f"Chưa xét: {'; '.join(open_ones)}." if open_ones else ""
