"""What an authority keeps and sends: the list of consortia, transitions, incidents, determinations; policies.py has the policies."""

from roster import ACCEPTED, ACCEPTED_ON, DESIGNATED, LAST, REMOVED, REMOVED_ON, ROSTER

# The day on which each register of a year was received.
RECEIVED = {
    "名单/联合体.csv": {2022: "2023-05-05", 2023: "2024-01-05", 2024: "2025-01-06", 2025: "2026-01-06"},
    "登记/状态变更.csv": {2022: "2023-05-05", 2023: "2024-01-05", 2024: "2025-01-06", 2025: "2026-01-06"},
    "登记/政策文件.csv": {2022: "2023-05-10", 2023: "2024-03-20", 2024: "2025-03-20", 2025: "2026-03-20"},
    "登记/事件.csv": {2022: "2023-05-10", 2023: "2024-03-22", 2024: "2025-03-21", 2025: "2026-03-20"},
    "登记/评定.csv": {2024: "2025-08-20", 2025: "2026-04-08"},
    "登记/认定.csv": {2022: "2023-05-10", 2023: "2024-05-20", 2024: "2025-05-20", 2025: "2026-04-09"},
}
# Those who applied later are listed when they applied.
APPLICANTS = {2023: ("名单/联合体-第二批申报.csv", "2024-06-05", "2"), 2024: ("名单/联合体-第三批申报.csv", "2025-05-06", "3")}
COLLECTOR = "示例汇总单位（虚构）"


def consortium_row(c, day):
    designated = c.designated if c.designated and c.designated <= day else ""
    return {"id": c.id, "name": c.name, "kind": "行业产教融合共同体" if c.industry else "市域产教联合体", "province": c.province,
            "prefecture": c.prefecture, "park": c.park, "parkLevel": c.park_level, "leadSchool": c.school,
            "leadEnterprise": c.enterprise, "cohort": c.batch, "stage": c.stage(day), "designatedOn": designated}


def lists_of_consortia(year):
    """(file, day, rows): the list as it stood in January, and the applicants of the year."""
    name = "名单/联合体.csv"
    day = RECEIVED[name][year]
    known = [c for c in ROSTER.values() if c.batch == "1" or c.designated and c.designated <= day or year == LAST]
    yield name, day, [consortium_row(c, day) for c in known]
    if year in APPLICANTS:
        name, day, batch = APPLICANTS[year]
        yield name, day, [consortium_row(c, day) for c in ROSTER.values() if c.batch == batch]


def transitions(year):
    rows = []

    def add(c, before, after, on, ground, by="示例主管部门（虚构）"):
        if on.startswith(str(year)):
            rows.append({"consortium": c, "from": before, "to": after, "on": on, "document": f"示例函〔{year}〕{{}}号",
                         "by": by, "ground": ground})

    for c in ROSTER.values():
        if c.designated:
            add(c.id, "申报", "培育", c.designated, "专家评审、公示后公布" if c.batch else "按行业指南组建并登记")
        if c.id in ACCEPTED:
            add(c.id, "培育", "通过验收", ACCEPTED_ON, "期中验收合格")
    add(REMOVED, "培育", "取消资格", REMOVED_ON, "企业未落实合作办学，认定成立（2024年度，16.6）",
        by="示例主管部门甲（虚构）、示例主管部门乙（虚构）")
    # One document a day.
    days = sorted({row["on"] for row in rows})
    for row in rows:
        row["document"] = row["document"].format(days.index(row["on"]) + 1)
    return sorted(rows, key=lambda row: (row["on"], row["consortium"]))


# id, consortium, day, domain, severity, adverse impact, status, what happened. A later register says the latest.
INCIDENTS = {
    2022: [],
    2023: [("E2023-01", "C033", "2023-05-18", "招生", "一般", "否", "查实", "招生简章用语不规范，已更正"),
           ("E2023-02", "C019", "2023-11-02", "安全", "较大", "否", "查实", "实训车间设备损坏，无人员受伤")],
    2024: [("E2024-01", "C004", "2024-06-12", "安全", "重大", "是", "线索", "顶岗实习发生安全事故，待核查"),
           ("E2024-02", "C007", "2024-09-03", "造假", "重大", "", "线索", "申报材料所列合同真实性存疑"),
           ("E2024-03", "C039", "2022-11-16", "安全", "重大", "是", "查实", "建设前园区实训基地火灾，2024年查明"),
           ("E2024-04", "C052", "2024-08-27", "安全", "重大", "是", "查实", "实训基地坍塌，初步定级重大")],
    2025: [("E2024-01", "C004", "2024-06-12", "安全", "重大", "是", "查实", "顶岗实习安全事故，调查已结束"),
           ("E2024-02", "C007", "2024-09-03", "造假", "重大", "是", "查实", "申报材料所列合同系伪造"),
           ("E2024-04", "C052", "2024-08-27", "安全", "一般", "否", "查实", "复核后改定为一般事故"),
           ("E2025-01", "C005", "2025-04-21", "就业", "重大", "", "线索", "反映强制安排实习，尚未核查"),
           ("E2025-02", "C006", "2025-05-09", "招生", "重大", "是", "线索", "反映违规招生，已转核查"),
           ("E2025-03", "C022", "2025-09-10", "解散", "重大", "是", "查实", "理事会决议解散"),
           ("E2025-04", "C023", "2025-10-17", "重大变动", "较大", "", "线索", "反映牵头企业迁出园区"),
           ("E2025-05", "C033", "2025-03-06", "安全", "", "是", "查实", "实训事故，定级未完成"),
           ("E2025-06", "C034", "2025-07-24", "造假", "", "是", "查实", "就业材料不实，定级未完成"),
           ("E2025-07", "C046", "2025-08-30", "重大违规", "重大", "", "", "专项检查移送，核查状态未填"),
           ("E2025-08", "C001", "2025-11-11", "就业", "重大", "是", "不成立", "反映就业造假，经核查不属实"),
           ("E2025-09", "C035", "2025-06-30", "安全", "特别重大", "是", "查实", "成员企业发生特别重大事故，涉及在岗实习学生"),
           ("E2025-10", "C036", "2025-07-15", "其他", "重大", "是", "查实", "实训排污造成环境事件（“等领域”）"),
           ("E2025-11", "C037", "2025-05-27", "就业", "重大", "是", "线索", "反映顶岗实习抵扣工资，待核查"),
           ("E2025-12", "C037", "2025-09-19", "安全", "", "是", "查实", "实训事故，定级未完成"),
           ("E2025-13", "C050", "2025-06-05", "重大变动", "重大", "否", "查实", "牵头学校合并；尚未验收"),
           ("E2025-14", "C053", "2025-04-02", "招生", "重大", "", "查实", "违规招生属实，社会影响尚未评估")],
}


def incidents(year):
    columns = ("id", "consortium", "occurredOn", "domain", "severity", "adverseImpact", "status", "description")
    return [dict(zip(columns, row)) | {"evidence": f"{row[0]}-核查材料.pdf" if row[6] == "查实" else ""}
            for row in INCIDENTS[year]]


EXPERT, JURY = "示例专家甲（虚构）", "示例审定甲（虚构）、示例审定乙（虚构）"
LEDGER = "台账为两家联合培训的同一份原件，同案认定"

# id, consortium, clause, year, decision, by, on, ground, and what else a row says.
DETERMINATIONS = {
    2022: [], 2023: [],
    2024: [("R2025-01", "C038", "16.6", 2024, "成立", EXPERT, "2025-05-13", "企业未参与共建产业学院和实践中心", {}),
           ("R2025-02", "C051", "16.3", 2024, "豁免", JURY, "2025-05-14", "灾后资金统筹，当年差额次年补足", {})],
    2025: [("R2026-01", "C006", "16.1", 2025, "不成立", EXPERT, "2026-04-02", "经核查，所反映情况不属实", {"subject": "E2025-02"}),
           ("R2026-02", "C008", "16.2", 2025, "不成立", EXPERT, "2026-04-02", LEDGER, {}),
           ("R2026-03", "C009", "16.2", 2025, "不成立", EXPERT, "2026-04-02", LEDGER,
            {"evidence": "R2026-02-认定书.pdf"}),
           ("R2026-04", "C014", "16.5", 2025, "不成立", EXPERT, "2026-04-03", "", {}),
           ("R2026-05", "C015", "16.5", 2025, "成立", EXPERT, "2026-04-03", "三年培养规模和质量无明显提升", {}),
           ("R2026-06", "C016", "16.5", 2025, "不成立", EXPERT, "2026-04-03", "转型期压减规模，质量指标提升", {}),
           ("R2026-07", "C018", "16.6", 2025, "成立", EXPERT, "2026-04-03", "现场未见企业参与", {}),
           ("R2026-08", "C018", "16.6", 2025, "不成立", "示例专家乙（虚构）", "2026-04-03", "企业以其他形式参与", {}),
           ("R2026-09", "C019", "16.6", 2025, "成立", EXPERT, "2026-04-03", "企业未参与共建产业学院和实践中心", {}),
           ("R2026-10", "C024", "16.3", 2025, "豁免", JURY, "2026-04-07", "灾后资金统筹，省级已书面同意", {}),
           ("R2026-11", "C016", "2023-23", 2025, "不成立", EXPERT, "2026-04-03", "园区搬迁，未完成的任务经同意顺延", {}),
           ("R2025-03", "C031", "16.3", 2025, "同意调整", JURY, "2025-11-20", "规划调整经理事会审议并报备",
            {"fund": "专项经费", "amount": "200"}),
           ("R2026-12", "C036", "16.1", 2025, "成立", EXPERT, "2026-04-02", "环境事件影响恶劣", {"subject": "E2025-10"}),
           ("R2026-13", "C036", "16.1", 2025, "撤销认定", EXPERT, "2026-04-07", "所据调查报告已撤回，待重新核查",
            {"withdraws": "R2026-12"}),
           ("R2026-14", "C052", "16.1", 2024, "不成立", JURY, "2026-04-08", "事故改定为一般，2024年度结论更正", {})],
}


def determinations(year):
    columns = ("id", "consortium", "clause", "year", "decision", "by", "on", "ground")
    return [dict(zip(columns, row[:-1])) | {"evidence": f"{row[0]}-认定书.pdf"} | row[-1] for row in DETERMINATIONS[year]]
