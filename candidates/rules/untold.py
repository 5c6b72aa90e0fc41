"""When a criterion has nothing to go by: no text at hand tells its value, or the day by which it is judged is not known."""

from datetime import date

from candidates.rules.parameters import Values, known, source_of
from candidates.rules.verdict import Verdict, unknown


def untold(rule: str, name: str, day: date | None, values: Values, *codes: str) -> Verdict | None:
    """Return "cannot tell" where one of ``codes`` has no value or ``day`` is missing, else None; ``name`` opens the sentence.

    The source is that of the value which is not told, so that a reader knows which text to look for.
    """
    if not known(values, *codes):
        source = source_of(values, *(code for code in codes if not known(values, code)), *codes)
        return unknown(rule, f"{name}: chưa đủ căn cứ, hệ thống chưa có giá trị của quy định tại ngày này.", source)
    if day is None:
        return unknown(rule, f"{name}: chưa đủ căn cứ, chưa có ngày để xét.", source_of(values, *codes))
    return None
