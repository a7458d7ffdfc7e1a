"""What people rated of the applicants (申报), by the 2023 indicators: 25 points, two people each, a third where they disagree."""

FIRST, SECOND, THIRD = "示例专家甲（虚构）", "示例专家乙（虚构）", "示例审定甲（虚构）"
POINTS = [f"{group}.{point}" for group, count in ((1, 4), (2, 4), (3, 5), (4, 5), (5, 4), (6, 3))
          for point in range(1, count + 1)]
MET, PARTLY, NOT = "符合", "基本符合", "不符合"
GROUNDS = {MET: "材料齐全，现场核实一致", PARTLY: "有安排，落实材料不全", NOT: "没有见到落实的材料"}


def marks(consortium, by, on, found, points=None):
    """A row a point; what is not in `found` is met."""
    return [{"consortium": consortium, "point": point, "round": "初评", "rating": found.get(point, MET), "by": by, "on": on,
             "ground": GROUNDS[found.get(point, MET)], "evidence": f"{consortium}-{point}-评议记录.pdf"}
            for point in points or POINTS]


def adjudged(consortium, on, found):
    return [{"consortium": consortium, "point": point, "round": "裁定", "rating": rating, "by": THIRD, "on": on,
             "ground": ground, "evidence": f"{consortium}-{point}-裁定书.pdf"}
            for point, (rating, ground) in found.items()]


def ratings(year):
    """Those of the data of a year, made in the next."""
    if year == 2024:
        agreed = {"1.4": PARTLY, "4.5": PARTLY, "6.2": PARTLY}
        return (marks("C032", FIRST, "2025-07-08", {"2.2": PARTLY, "3.4": PARTLY, "5.2": NOT, "6.1": PARTLY})
                + marks("C043", FIRST, "2025-07-08", agreed)
                + marks("C032", SECOND, "2025-07-10", {"2.2": PARTLY, "3.4": NOT, "4.4": PARTLY, "5.2": PARTLY, "6.1": MET})
                + marks("C043", SECOND, "2025-07-10", agreed)
                + adjudged("C032", "2025-07-22", {
                    "3.4": (PARTLY, "有流动岗办法，到岗人数少"), "4.4": (MET, "企业岗位清单经抽查属实"),
                    "5.2": (NOT, "成果转化没有合同和到账凭证"), "6.1": (PARTLY, "特色有待形成")}))
    if year == 2025:
        # The second has not finished: nothing of either is told.
        return (marks("C032", FIRST, "2026-03-30", {"3.4": PARTLY, "5.2": PARTLY})
                + marks("C032", SECOND, "2026-04-07", {"1.4": PARTLY}, POINTS[:12]))
    return []
