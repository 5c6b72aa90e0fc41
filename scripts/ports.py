"""The port of the web server: the one that was asked for, if nobody else has it."""

import os
import socket

from scripts.speech import Refusal

HOST = "127.0.0.1"


def wanted() -> int:
    """Return the port that the person named; refuse what is no port."""
    named = os.environ.get("PORT") or "8000"
    if not (named.isdecimal() and 0 < int(named) < 65536):
        raise Refusal(f"PORT={named} không phải là số cổng; hãy cho một số từ 1 đến 65535, ví dụ: make run PORT=8001")
    return int(named)


def refuse_taken(port: int) -> None:
    """Refuse when ``port`` cannot be opened, and name a free one."""
    try:
        taken = _is_taken(port)
    except PermissionError:
        raise Refusal(f"Bạn không được phép mở cổng {port}; hãy chọn cổng từ 1024, ví dụ: make run PORT=8001") from None
    if taken:
        free = next((other for other in range(max(port, 1023) + 1, 65536) if not _is_taken(other)), 8001)
        raise Refusal(f"Cổng {port} đang có chương trình khác dùng; hãy chọn cổng khác, ví dụ: make run PORT={free}")


def answers(port: int) -> bool:
    """Tell whether somebody takes connections at ``port``."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise
        except OSError:
            return True
    return False
