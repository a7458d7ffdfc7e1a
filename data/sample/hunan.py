"""A province's own installation: Hunan with a park of every national zone and a consortium in every prefecture. All invented
but the places.

`registers_of()` and `sent()` give what `generate.py` writes; the outcomes are those of `data/overlays/430000`.
"""

from forms import table
from roster import LAST

ECONOMIC, HIGH_TECH, OWN = "国家级经济技术开发区", "国家级高新技术产业开发区", "省级产业园区"
LISTED, APPLIED = "2024-05-20", ""

# id, prefecture, kind of park, leading industry, whether on the provincial list.
PARKS = [
    ("S01", "长沙市", ECONOMIC, "工程机械"), ("S02", "长沙市", ECONOMIC, "食品加工"), ("S03", "株洲市", ECONOMIC, "新能源"),
    ("S04", "湘潭市", ECONOMIC, "文化旅游"), ("S05", "衡阳市", ECONOMIC, "现代石化"), ("S06", "岳阳市", ECONOMIC, "现代石化"),
    ("S07", "常德市", ECONOMIC, "轻工纺织"), ("S08", "永州市", ECONOMIC, "食品加工"), ("S09", "怀化市", ECONOMIC, "轻工纺织"),
    ("S10", "娄底市", ECONOMIC, "工程机械"), ("S11", "长沙市", HIGH_TECH, "人工智能"), ("S12", "株洲市", HIGH_TECH, "轨道交通"),
    ("S13", "湘潭市", HIGH_TECH, "大健康"), ("S14", "衡阳市", HIGH_TECH, "绿色矿业"), ("S15", "常德市", HIGH_TECH, "工程机械"),
    ("S16", "益阳市", HIGH_TECH, "数字产业"), ("S17", "郴州市", HIGH_TECH, "新能源"), ("S18", "永州市", HIGH_TECH, "大健康"),
    ("S19", "怀化市", HIGH_TECH, "大健康"), ("S20", "邵阳市", OWN, "轻工纺织"), ("S21", "张家界市", OWN, "工程机械"),
    ("S22", "湘西土家族苗族自治州", OWN, "文化旅游"), ("S23", "长沙市", ECONOMIC, "数字产业"),
]
# The second application of one park; and those that are on no list yet.
SECOND = {"S23": "S01"}
NOT_LISTED = ("S10", "S22", "S23")
# What of the national list: designated by the ministry after the province.
NATIONAL = {"S12": "2024-11-12"}
# The lead schools of the province's plan, and the lead enterprises that are none.
CHUYI = tuple(f"S{n:02}" for n in range(1, 15))
NOT_LEADING = ("S08", "S20")
# An industry that the document does not list; a plan that is not there; figures that fall short, or did not come.
UNKNOWN_INDUSTRY, NO_PLAN, SHORT, SILENT = {"S18": "示例康养"}, ("S21",), ("S05", "S16"), ("S09",)
INCIDENTS = [("ES-01", "S07", "2025-04-11", "造假", "一般", "否", "查实", "推荐书所列合作企业数不实"),
             ("ES-02", "S15", "2025-06-18", "安全", "一般", "否", "查实", "实训车间轻微事故")]
# The year of the recommendation, and those that it commits to.
BASE, PROMISED = 2023, (2024, 2025)
COLLECTOR = "示例省教育厅职成处（虚构）"


class Member:
    def __init__(self, id, prefecture, level, industry):
        self.id, self.prefecture, self.level, self.industry = id, prefecture, level, industry
        short = "湘西" if prefecture.startswith("湘西") else prefecture.removesuffix("市")
        number = SECOND.get(id, id)[1:]
        self.park = f"示例·{short}{number}园区（虚构）"
        self.name = f"示例·{short}{id[1:]}{industry}产教联合体（虚构）"
        self.school = f"示例·{short}{id[1:]}职业技术学院（虚构）"
        self.enterprise = f"示例·{short}{id[1:]}集团（虚构）"
        self.sender = f"示例报送单位{id}（虚构）"


MEMBERS = [Member(*park) for park in PARKS]


def entry(c):
    listed = c.id not in NOT_LISTED
    level = "" if not listed else "国家级" if c.id in NATIONAL else "省级"
    return {"id": c.id, "name": c.name, "kind": "市域产教联合体", "province": "湖南省", "prefecture": c.prefecture,
            "park": c.park, "parkLevel": c.level, "leadSchool": c.school, "leadEnterprise": c.enterprise,
            "cohort": "2" if c.id in NATIONAL else "", "stage": "培育" if listed else "申报",
            "designatedOn": LISTED if listed else "", "level": level,
            "levelOn": NATIONAL.get(c.id, LISTED if listed else "")}


def registers_of():
    """(file, form, rows, day of receipt)."""
    columns = ("id", "consortium", "occurredOn", "domain", "severity", "adverseImpact", "status", "description")
    incidents = [dict(zip(columns, row)) | {"evidence": f"{row[0]}-核查材料.pdf"} for row in INCIDENTS]
    yield "名单/联合体.csv", "listed", [entry(c) for c in MEMBERS], "2026-01-20"
    yield "登记/事件.csv", "incidents", incidents, "2026-04-02"


def figures(c):
    """(code, year, basis, value): what the recommendation told, what it promised, what came."""
    number = int(c.id[1:])
    industry = UNKNOWN_INDUSTRY.get(c.id, c.industry)
    school = "省楚怡高水平高职学校建设单位" if c.id in CHUYI else "省级高水平专业群建设单位"
    enterprise = "专精特新“小巨人”企业" if c.id in NOT_LEADING else "行业龙头企业"
    for code, value in (("1.2.2", "否" if c.id in NO_PLAN else "是"), ("2.2.1", industry), ("3.1.1", "是"),
                        ("3.1.1/称号", enterprise), ("4.1.1", "是"), ("4.1.1/称号", school)):
        yield code, BASE, "实际", value
    for code, first in (("8.1.3", 6 + number % 5), ("8.5.1", 12 + number), ("9.1.2", 300 + 20 * number)):
        yield code, BASE, "实际", first
        for n, year in enumerate(PROMISED, 1):
            promised = round(first * (1 + 0.1 * n))
            yield code, year, "承诺", promised
            if year == LAST and c.id in SILENT:
                continue
            short = 1 if year == LAST and c.id in SHORT and code == "9.1.2" else 0
            yield code, year, "实际", promised - short


def sent():
    """(file, bytes, day of receipt, consortium)."""
    for c in MEMBERS:
        rows = [{"consortium": c.id, "indicator": code, "year": year, "basis": basis, "value": value}
                for code, year, basis, value in figures(c)]
        yield f"湖南省/{c.id}.csv", table("observations", rows).encode(), "2026-03-10", c
