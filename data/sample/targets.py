"""What an authority registers of the targets of places, and of lists that are published again and again. The targets are
those of data/overlays and data/standards; every figure here is invented, and every piece of evidence says so."""

import stories
from forms import table
from roster import LAST, MUNICIPAL

# target: place, (year, figure, as of which day) …
FIGURES = {
    "pilot-cities": ("全国", (LAST, 48, "2025-12-31")),
    # Nothing is known of the last day.
    "integrated-enterprises": ("全国", (2024, 8600, "2024-12-31")),
    "zhejiang-groups": ("浙江省", (2024, 21, "2024-12-31"), (LAST, 24, "2025-12-31")),
    "zhejiang-bases": ("浙江省", (LAST, 16, "2025-12-31")),
    "ningbo-first-batch": ("宁波市", (2023, 2, "2023-12-20")),
    "ningbo-nine": ("330200", (LAST, 7, "2025-12-31")),
    "ningbo-industry-schools": ("宁波市", (LAST, 11, "2025-12-31")),
    "ruian-skilled": ("瑞安市", (2024, "31,000", "2024-12-31"), (LAST, "52,300", "2025-12-31")),
    "ruian-high-skilled": ("瑞安市", (LAST, "13,800", "2025-12-31")),
    "ruian-platforms": ("瑞安市", (2024, 78, "2024-12-31")),
    "ruian-conditions": ("330381", (LAST, "100%", "2025-12-31")),
    "ruian-subsidy": ("瑞安市", (2024, 1000, "2024-11-30"), (LAST, 1000, "2025-11-28")),
    # A quarter of a year late.
    "ruian-second-phase": ("瑞安市", (2024, 1, "2024-03-15")),
    "ruian-retention": ("瑞安市", (2024, "85.4%", "2024-12-31"), (LAST, "83.6%", "2025-12-31")),
    "ruian-graduates": ("瑞安市", (LAST, 742, "2025-12-31")),
    "taicang-carriers": ("太仓市", (LAST, 16, "2025-12-31")),
    "taicang-graduates": ("太仓市", (LAST, "2,860", "2025-12-31")),
}


def figures(folder):
    for target, (place, *told) in FIGURES.items() if folder == LAST else ():
        for year, value, on in told:
            yield {"region": place, "target": target, "year": year, "value": value, "on": on,
                   "evidence": f"示例统计表-{target}-{year}（虚构）.xlsx"}


# Looked at on 8 May 2026: fresh, soon due, outdated.
PUBLISHED = [("C004", "核心产品清单", "2025-09-10"), ("C004", "技术需求清单", "2025-05-20"), ("C004", "人才需求清单", "2024-11-15"),
             ("C004", "产教联合体政策支持清单", "2026-01-15"), ("C004", "企业需求清单", "2025-09-30"), ("C004", "学生信息清单", "2025-11-20"),
             ("C006", "核心产品清单", "2026-03-01"), ("C006", "市场需求情况", "2025-12-10"), ("C023", "产业人口白皮书", "2025-06-30"),
             ("C023", "紧缺人才目录", "2025-03-10")]


def published(folder):
    for who, kind, on in PUBLISHED if folder == LAST else ():
        yield {"consortium": who, "kind": kind, "period": on[:4], "title": f"示例·{who}{kind}（虚构）", "sentOn": on,
               "evidence": f"{kind}-{who}-{on}（虚构）.pdf"}


# --- figures of quarters --------------------------------------------------------------------------------------------

# (id, point, year): what was told of each quarter, as a share of the year's plan or figure.
QUARTERS = {("C001", "14.1.3", LAST): (0.25, 0.25, 0.25, 0.25), ("C001", "6.1.2", LAST + 1): (0.3,),
            ("C003", "6.1.2", LAST + 1): (0.1,), ("C003", "11.2.4", LAST + 1): (0.05,),
            # The year's figure was never reported.
            ("C025", "14.1.3", LAST): (0.2, 0.25, 0.25, 0.3)}
PLANS = {"6.1.2": "6.1.4"}


def quarters(folder):
    """(file, bytes, day of receipt, consortium): a row a quarter, in the table of figures."""
    for c in MUNICIPAL if folder == LAST else ():
        rows = []
        for (who, point, year), shares in QUARTERS.items():
            if who == c.id:
                cells = stories.PANELS[c.id]
                whole = cells.get((PLANS.get(point, point), year)) or cells.get((point, LAST - 1)) or "400"
                whole = float(whole) if whole.replace(".", "", 1).isdigit() else 400.0
                rows += [{"consortium": c.id, "indicator": point, "year": f"{year}Q{n}", "basis": "实际",
                          "value": str(round(whole * share)), "evidence": f"季报-{c.id}-{point}-{year}Q{n}（虚构）.pdf"}
                         for n, share in enumerate(shares, 1)]
        if rows:
            yield f"{c.province}/{c.id}-季度数.csv", table("observations", rows, c.english).encode(), "2026-04-08", c
