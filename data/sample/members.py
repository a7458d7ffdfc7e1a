"""The members of a few consortia, as their secretariats list them."""

from forms import credit_code

LISTED = ("C001", "C002", "C003", "C005", "C008", "C009", "C026")
# One enterprise that two consortia count.
SHARED = ("示例·两地共有科技公司（虚构）", credit_code("91", 900001))

# category, role, how many
OTHERS = (("高职院校（含职教本科）", 1), ("中职学校", 2), ("普通本科学校", 1), ("科研机构", 1), ("企业", 5))


def members(c):
    joined, number = c.designated, int(c.id[1:]) * 100

    def unit(name, category, role, on=joined, left=""):
        nonlocal number
        number += 1
        kind = "91" if category == "企业" else "12"
        return {"consortium": c.id, "name": name, "creditCode": credit_code(kind, number), "category": category,
                "role": role, "joinedOn": on, "leftOn": left}

    rows = [unit(c.school, "高职院校（含职教本科）", "牵头学校"), unit(c.enterprise, "企业", "牵头企业"),
            unit(f"示例·{c.mark}园区管理委员会（虚构）", "政府部门", "园区管委会")]
    for category, count in OTHERS:
        for n in range(1, count + 1):
            rows.append(unit(f"示例·{c.mark}{category.split('（')[0]}{n}号（虚构）", category, "成员",
                             f"{int(joined[:4]) + n % 2}-12-0{n}"))
    rows[-1]["leftOn"] = "2025-12-31"
    if c.id in ("C008", "C009"):
        rows.append(unit(SHARED[0], "企业", "成员", "2024-03-01") | {"creditCode": SHARED[1]})
    return rows
