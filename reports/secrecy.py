"""What is secret is neither put before a signer nor issued in an installation on a network (docs/adr/0030)."""

from django.conf import settings

from organizations.enums import Secrecy
from organizations.errors import Refused

NO_SECRETS = (
    "Báo cáo độ mật “{degree}” không lập, không lưu ở hệ thống nối mạng (Luật Bảo vệ bí mật nhà nước). Hãy soạn, in báo cáo này "
    "trên máy tính độc lập theo chế độ tài liệu mật; khi đã có số, ghi số, ngày, độ mật vào sổ văn bản, không kèm tệp. Nếu báo "
    "cáo không mật, chọn “Thường”."
)


def check(degree: Secrecy) -> None:
    """Raise Refused for a degree of secrecy in an installation on a network."""
    if degree != Secrecy.NORMAL and not settings.STANDS_ALONE:
        raise Refused(NO_SECRETS.format(degree=Secrecy(degree).label))
