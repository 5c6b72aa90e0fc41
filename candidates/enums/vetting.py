"""Verification of the background, consents of superiors, and how somebody left the Party before: tracking facts only."""

from django.db.models import TextChoices


class Verified(TextChoices):
    """Who is verified (06-HD/TW 2025, point 3.4)."""

    SELF = "self", "Người vào Đảng"
    PARENTS = "parents", "Cha, mẹ đẻ"
    SPOUSE = "spouse", "Vợ hoặc chồng"
    SPOUSE_PARENTS = "spouse_parents", "Cha, mẹ vợ hoặc chồng"
    CHILDREN = "children", "Con đẻ"


class Verification(TextChoices):
    """How a verification stands."""

    ASKED = "asked", "Đã gửi đề nghị thẩm tra"
    ANSWERED = "answered", "Đã có kết quả thẩm tra"
    WAIVED = "waived", "Không phải thẩm tra: đã là đảng viên, khai đầy đủ"
    NONE = "none", "Không có người thuộc diện này"


class ConsentMatter(TextChoices):
    """What a superior committee consents to."""

    OVER_AGE = "over_age", "Kết nạp người trên 60 tuổi"
    SCHOOLING = "schooling", "Học vấn theo trường hợp ngoại lệ"
    READMISSION = "readmission", "Kết nạp lại"
    LATE_CEREMONY = "late_ceremony", "Tổ chức lễ kết nạp quá hạn"


class ConsentGround(TextChoices):
    """On which ground a consent or an exception rests (01-HD/TW 2021, item 1)."""

    NO_MEMBERS = "no_members", "Có sức khỏe, uy tín; nơi chưa có tổ chức đảng, chưa có đảng viên"
    SPECIAL_REQUEST = "special_request", "Có sức khỏe, uy tín; do yêu cầu đặc biệt"
    MOUNTAIN = "mountain", "Miền núi, biên giới, hải đảo"
    MINORITY_AREA = "minority_area", "Vùng dân tộc thiểu số"
    HARDSHIP_AREA = "hardship_area", "Vùng có điều kiện đặc biệt khó khăn"
    FISHERMAN = "fisherman", "Ngư dân"
    PARTY_NEED = "party_need", "Do yêu cầu xây dựng Đảng"
    OTHER = "other", "Lý do khác ghi trong văn bản"


OVER_AGE_GROUNDS = (ConsentGround.NO_MEMBERS, ConsentGround.SPECIAL_REQUEST)
SCHOOLING_GROUNDS = (
    ConsentGround.MOUNTAIN,
    ConsentGround.MINORITY_AREA,
    ConsentGround.HARDSHIP_AREA,
    ConsentGround.FISHERMAN,
    ConsentGround.PARTY_NEED,
)
GROUNDS: dict[str, tuple[ConsentGround, ...]] = {
    ConsentMatter.OVER_AGE: OVER_AGE_GROUNDS,
    ConsentMatter.SCHOOLING: SCHOOLING_GROUNDS,
    ConsentMatter.READMISSION: (ConsentGround.OTHER,),
    ConsentMatter.LATE_CEREMONY: (ConsentGround.OTHER,),
}


class Leaving(TextChoices):
    """How somebody left the Party before (294-QĐ/TW, points 3.5.1 and 3.5.2)."""

    STRUCK_OFF = "struck_off", "Bị xóa tên"
    EXPELLED = "expelled", "Bị khai trừ"
    HARDSHIP = "hardship", "Xin ra khỏi Đảng vì gia đình đặc biệt khó khăn"
    LESSER_CRIME = "lesser_crime", "Bị kết án tội ít nghiêm trọng"
    POPULATION = "population", "Vi phạm chính sách dân số"
    GAVE_UP = "gave_up", "Tự bỏ sinh hoạt đảng"
    WITHDREW = "withdrew", "Tự xin ra khỏi Đảng"
    DISUNITY = "disunity", "Gây mất đoàn kết nội bộ nghiêm trọng"
    CORRUPTION = "corruption", "Bị kết án về tội tham nhũng"
    SERIOUS_CRIME = "serious_crime", "Bị kết án tội nghiêm trọng trở lên"


# The five cases in which nobody is admitted again (294-QĐ/TW, point 3.5.2).
BARRED = frozenset({Leaving.GAVE_UP, Leaving.WITHDREW, Leaving.DISUNITY, Leaving.CORRUPTION, Leaving.SERIOUS_CRIME})
