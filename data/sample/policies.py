"""The registers of policies, as an authority sent them year after year."""

from forms import chosen
from roster import MUNICIPAL, YEARS

# Provinces that issued nothing in these years; what holds there is told below, by place.
SILENT = {"山东省": (2022, 2023, 2024, 2025), "四川省": (2022, 2023, 2024, 2025)}

# level, region, issued on, effective, valid until, repealed on: the entries that stories rest on.
PARTICULAR = {
    2022: [("省级", "山东省", "2022-06-15", "是", "2024-12-31", ""), ("省级", "四川省", "2022-05-20", "是", "2024-12-31", "")],
    2023: [("市级", "青岛市", "2023-07-12", "是", "", ""), ("市级", "成都市", "2023-08-18", "是", "2027-12-31", ""),
           ("市级", "潍坊市", "2023-09-04", "是", "2028-09-03", "")],
    2024: [("市级", "长沙市", "2024-04-16", "是", "2027-04-15", ""), ("市级", "苏州", "2024-05-09", "是", "", ""),
           ("市级", "潍坊市", "2024-07-22", "是", "", "")],
    2025: [("市级", "长沙市", "2025-03-18", "是", "2030-03-17", ""), ("市级", "宁波市", "2025-06-11", "是", "", ""),
           ("市级", "潍坊市", "2025-05-14", "是", "", ""), ("市级", "宜宾市", "2025-08-05", "", "", ""),
           ("市级", "青岛市", "2025-10-22", "否", "", "")],
}
# An entry of an earlier year that a later register repeats with the day of its repeal.
REPEALED = {("青岛市", 2023): "2024-11-30", ("湖北省", 2023): "2025-06-30"}


def register():
    """{year: rows}, the policies that the register of a year lists, in order of their numbers."""
    registers = {}
    for year in YEARS:
        rows = []
        for province in dict.fromkeys(c.province for c in MUNICIPAL):
            pick = chosen(province, year, "policy")
            often = {2022: 0.25, 2023: 0.9, 2024: 0.85, 2025: 1}[year]
            if pick.random() < often and year not in SILENT.get(province, ()):
                issued = f"{year}-{pick.randint(2, 12):02}-{pick.randint(1, 28):02}"
                until = f"{year + 5}-{issued[5:]}" if pick.random() < 0.4 else ""
                rows.append(("省级", province, issued, "是", until, ""))
        rows = [entry(year, n, *row) for n, row in enumerate(rows + PARTICULAR[year], 1)]
        for (region, issued), day in REPEALED.items():
            if int(day[:4]) == year:
                earlier = next(row for row in registers[issued] if row["region"] == region)
                rows.append(earlier | {"repealedOn": day})
        registers[year] = rows
    return registers


def entry(year, n, level, region, issued, effective, until, repealed):
    subject = "支持产教联合体建设的若干措施" if level == "省级" else "支持市域产教联合体的实施细则"
    return {"id": f"P{year}{n:03}", "level": level, "region": region, "title": f"示例：{subject}（{year}年，虚构）",
            "number": f"示例发〔{year}〕{n}号", "issuer": f"示例{region}部门（虚构）", "issuedOn": issued, "effective": effective,
            "evidence": f"示例发〔{year}〕{n}号.pdf", "validUntil": until, "repealedOn": repealed}


REGISTERS = register()


def of_consortium(c, year):
    """The effective policies of its province or prefecture that were issued in the year."""
    places = {c.province, c.prefecture, c.prefecture.removesuffix("市")}
    return [row for row in REGISTERS[year]
            if row["region"] in places and row["effective"] == "是" and row["issuedOn"].startswith(str(year))]


def issued_in(c, year):
    return bool(of_consortium(c, year))
