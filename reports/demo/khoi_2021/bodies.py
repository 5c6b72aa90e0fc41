"""The units of the story: about seventy grassroots organisations and the cells under the larger ones."""

PROVINCE = ("22", "Đảng bộ tỉnh Quảng Ninh", "Tỉnh ủy Quảng Ninh", "TU", "Hạ Long")
BLOC = ("22.001", "Đảng bộ Khối các cơ quan tỉnh", "Đảng ủy Khối các cơ quan tỉnh", "ĐUK", "Hạ Long")

# Grassroots committees: name after "Đảng bộ", members per cell are drawn around the weight.
COMMITTEES = (
    ("Sở Nội vụ", 5), ("Sở Tài chính", 5), ("Sở Kế hoạch và Đầu tư", 5), ("Sở Xây dựng", 5), ("Sở Giao thông vận tải", 5),
    ("Sở Công Thương", 4), ("Sở Nông nghiệp và Phát triển nông thôn", 7), ("Sở Tài nguyên và Môi trường", 6),
    ("Sở Y tế", 5), ("Sở Giáo dục và Đào tạo", 5), ("Sở Khoa học và Công nghệ", 4), ("Sở Văn hóa và Thể thao", 5),
    ("Sở Du lịch", 3), ("Sở Thông tin và Truyền thông", 3), ("Sở Tư pháp", 4),
    ("Sở Lao động – Thương binh và Xã hội", 6), ("Thanh tra tỉnh", 3), ("Văn phòng Ủy ban nhân dân tỉnh", 5),
    ("Văn phòng Tỉnh ủy", 5), ("Ban Tổ chức Tỉnh ủy", 3), ("Ban Tuyên giáo Tỉnh ủy", 3),
    ("Tòa án nhân dân tỉnh", 4), ("Viện Kiểm sát nhân dân tỉnh", 4), ("Cục Thi hành án dân sự tỉnh", 3),
    ("Kho bạc Nhà nước tỉnh", 4), ("Cục Thuế tỉnh", 6), ("Cục Thống kê tỉnh", 3), ("Cục Hải quan tỉnh", 6),
    ("Bảo hiểm xã hội tỉnh", 4), ("Ngân hàng Nhà nước chi nhánh tỉnh", 3), ("Trường Đào tạo cán bộ tỉnh", 4),
    ("Trường Cao đẳng Y tế", 4), ("Bệnh viện Đa khoa tỉnh", 8), ("Bệnh viện Sản – Nhi", 6), ("Trung tâm Truyền thông tỉnh", 5),
    ("Ban Quản lý Khu kinh tế", 4), ("Chi cục Kiểm lâm", 4), ("Trung tâm Kiểm soát bệnh tật tỉnh", 4),
)  # fmt: skip

# Cells that are grassroots organisations themselves: name after "Chi bộ".
SINGLE_CELLS = (
    "Ban Nội chính Tỉnh ủy", "Ban Dân vận Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Cơ quan Đảng ủy Khối",
    "Ủy ban Mặt trận Tổ quốc tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "Hội Nông dân tỉnh", "Hội Cựu chiến binh tỉnh",
    "Tỉnh Đoàn", "Liên đoàn Lao động tỉnh", "Ban Dân tộc", "Văn phòng Hội đồng nhân dân tỉnh", "Hội Chữ thập đỏ tỉnh",
    "Hội Văn học Nghệ thuật tỉnh", "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh", "Liên minh Hợp tác xã tỉnh",
    "Hội Luật gia tỉnh", "Hội Nhà báo tỉnh", "Hội Người cao tuổi tỉnh", "Hội Khuyến học tỉnh",
    "Hội Nạn nhân chất độc da cam tỉnh", "Quỹ Bảo vệ môi trường", "Quỹ Đầu tư phát triển",
    "Trung tâm Phục vụ hành chính công", "Ban Xúc tiến và Hỗ trợ đầu tư", "Thư viện tỉnh", "Bảo tàng tỉnh",
    "Trung tâm Khuyến nông", "Chi nhánh Ngân hàng Chính sách xã hội", "Chi nhánh Ngân hàng Phát triển",
    "Trung tâm Lưu trữ lịch sử", "Đài Khí tượng Thủy văn tỉnh",
)  # fmt: skip

CELL_NAMES = (
    "Văn phòng", "Tổ chức – Hành chính", "Kế hoạch – Tài chính", "Nghiệp vụ 1", "Nghiệp vụ 2", "Thanh tra – Pháp chế",
    "Nghiệp vụ 3", "Đơn vị sự nghiệp",
)  # fmt: skip

# Units that have nobody left to admit: neither sources nor admissions from 2021 on.
WITHOUT_SOURCES = (
    "Hội Người cao tuổi tỉnh",
    "Hội Khuyến học tỉnh",
    "Hội Luật gia tỉnh",
    "Hội Nạn nhân chất độc da cam tỉnh",
)

# The unit and the cell in which the demo secretary works.
SECRETARY_UNIT = "Sở Nội vụ"
# The cell that is a grassroots organisation itself, with a secretary of its own.
SINGLE_SECRETARY_UNIT = "Ban Dân tộc"
# The unit for whose cells the demo entry clerk records.
CLERK_UNIT = "Sở Y tế"
