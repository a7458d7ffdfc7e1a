"""Seeded national data: the same figures as submissions for the product and as tables for its peers.

    generate.py CONSORTIA FOLDER

FOLDER/inbox holds what `collect` reads (DESIGN §7); FOLDER/tables the same figures as Parquet, in small integers,
sorted, as somebody who knows DuckDB or polars would keep them. Everything is synthetic.
"""

import pathlib
import sys

import numpy as np
import polars as pl

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Oracle"))
from catalogue import CHOICES, KIND  # noqa: E402  the 116 observation points, typed from the standard

YEARS = (2022, 2023, 2024, 2025)
CODES = list(KIND)
FUNDS = ("6.1.2", "6.1.4", "6.1.6", "6.1.8")
# Sums that binary floating point gets wrong: 100.1 + 200.2 is not less than 300.3.
TRAPS = (0, 5000, 10000, 10010, 20020, 30030, 12055, 9990)
PLACES = [("110000", "110100"), ("320000", "320500"), ("330000", "330300"), ("430000", "430100"),
          ("430000", "430200"), ("510000", "510100")]
DAYS = ("", "", "2022-06-01", "2023-09-30", "2024-10-01", "2025-01-01")
# Of a hundred figures: a row that was never sent, a blank one, 不适用, and one that is no number.
ABSENT, BLANK, NOT_APPLICABLE, REJECTED = 3.0, 2.0, 1.3, 0.1


def hundredths(rng, code, count):
    """The figures of one indicator, consortia × years, in hundredths of its unit; yes is 1, no is 0."""
    kind, shape = KIND[code], (count, len(YEARS))
    if kind in ("text", "choice"):
        return np.zeros(shape, np.int64)
    if kind == "boolean":
        return (rng.random(shape) < rng.choice((0.3, 0.9), (count, 1))) * 100
    if code in FUNDS:
        return rng.choice(TRAPS, shape)
    if kind == "rank":
        return rng.integers(1, 61, shape) * 100
    if kind == "percent":
        return rng.integers(0, 10001, shape)
    start = 10 ** rng.uniform(0.3, 5, (count, 1))
    pace = rng.choice((0.9, 1, 1, 1.1, 1.3), (count, 1))
    figures = start * pace ** np.arange(len(YEARS)) * rng.choice((1, 1.02), shape)
    figures[rng.random(count) < 0.1] = 0
    return (np.round(figures * 100) if kind == "amount" else np.round(figures) * 100).astype(np.int64)


def observations(rng, count):
    """A row a figure that was sent, by consortium, indicator and year."""
    figures = np.stack([hundredths(rng, code, count) for code in CODES], axis=1)
    consortium, indicator, year = np.indices(figures.shape, np.int32)
    draw = rng.random(figures.shape) * 100
    table = pl.DataFrame({
        "consortium": consortium.ravel(), "indicator": indicator.ravel().astype(np.int16),
        "year": (year.ravel() + YEARS[0]).astype(np.int16), "hundredths": figures.ravel(), "draw": draw.ravel()})
    kinds = pl.DataFrame({"indicator": np.arange(len(CODES), dtype=np.int16), "kind": list(KIND.values()), "code": CODES})
    whole, kind = pl.col("kind").is_in(["count", "rank"]), pl.col("kind")
    units, rest = pl.col("hundredths") // 100, pl.col("hundredths") % 100
    text = (
        pl.when(pl.col("draw") < ABSENT + BLANK).then(pl.lit(""))
        .when(pl.col("draw") < ABSENT + BLANK + NOT_APPLICABLE).then(pl.lit("不适用"))
        .when((pl.col("draw") > 100 - REJECTED) & (kind != "text")).then(pl.lit("约120"))
        .when(kind == "text").then(pl.lit("已按方案执行"))
        .when(kind == "choice").then(pl.lit(CHOICES["2.1.1"][0]))
        .when(kind == "boolean").then(pl.when(pl.col("hundredths") > 0).then(pl.lit("是")).otherwise(pl.lit("否")))
        .when(whole).then(units.cast(pl.String))
        .otherwise(pl.format("{}.{}", units, rest.cast(pl.String).str.zfill(2))))
    holds_number = (
        ~kind.is_in(["text", "choice"]) & (pl.col("draw") >= ABSENT + BLANK + NOT_APPLICABLE)
        & (pl.col("draw") <= 100 - REJECTED))
    return (
        table.join(kinds, on="indicator", maintain_order="left").filter(pl.col("draw") >= ABSENT)
        .with_columns(text=text, value=pl.when(holds_number).then(pl.col("hundredths") / 100)))


def consortia(rng, count):
    places = rng.integers(0, len(PLACES), count)
    return pl.DataFrame({
        "consortium": np.arange(count, dtype=np.int32),
        "id": [f"S{n:05}" for n in range(count)],
        "name": [f"示例联合体{n}（虚构）" for n in range(count)],
        "kind": "municipal",
        "province": [PLACES[place][0] for place in places], "prefecture": [PLACES[place][1] for place in places],
        "designatedOn": rng.choice(DAYS, count)})


def write_inbox(folder, members, facts):
    """The forms of DESIGN §7: a file of figures a year, and registers of a few rows."""
    folder.mkdir(parents=True, exist_ok=True)
    members.drop("consortium").write_csv(folder / "consortia.csv", quote_style="never")
    for year in YEARS:
        facts.filter(pl.col("year") == year).join(members.select("consortium", "id"), on="consortium").select(
            consortium="id", indicator="code", year="year", basis=pl.lit("actual"), value="text", evidence=pl.lit(None)
        ).write_csv(folder / f"observations-{year}.csv", quote_style="never")
    policies = [
        f"P{place}{year},province,{place},关于支持产教联合体建设的若干措施（虚构）,〔{year}〕1号,示例,{year}-05-20,是,"
        for place in ("320000", "430000") for year in YEARS[1:]]
    incidents = [
        f"I{n:05},S{n:05},2024-05-{n % 28 + 1:02},safety,{('minor', 'major')[n % 2]},是,reported,"
        for n in range(0, len(members), 25)]
    (folder / "policies.csv").write_text("\n".join(
        ["id,level,region,title,number,issuer,issuedOn,effective,evidence", *policies, ""]), encoding="utf-8")
    (folder / "incidents.csv").write_text("\n".join(
        ["id,consortium,occurredOn,domain,severity,adverseImpact,status,evidence", *incidents, ""]), encoding="utf-8")
    (folder / "determinations.csv").write_text(
        "consortium,clause,year,decision,by,on,ground,evidence\n", encoding="utf-8")


def write_plans(folder, members):
    """The annual work plans and their assessments, as most send them: a plan in a hundred not sent,
    one in thirty late, one in twenty not done."""
    for year in range(YEARS[0] + 1, YEARS[-1] + 2):
        plans, documents = [], []
        for number, name, designated in members.select("consortium", "id", "designatedOn").iter_rows():
            draw = (number * 7919 + year * 104729) % 300
            if draw < 3 or year < int((designated or "2022")[:4]):
                continue
            done = "" if year > YEARS[-1] else "否" if draw < 18 else "是"
            plans.append(f"{name},{year},开展实习实训（虚构）,,,{year}-12-15,{done},")
            sent = f"{year}-02-20" if draw >= 290 else f"{year}-01-20"
            documents.append(f"{name},年度工作计划,{year},{year}年度工作计划（虚构）,{sent},")
            if done:
                documents.append(f"{name},年度自评报告,{year},{year}年度自评报告（虚构）,{year}-12-20,")
        (folder / f"workplans-{year}.csv").write_text("\n".join(
            ["consortium,year,item,indicator,target,due,completed,evidence", *plans, ""]), encoding="utf-8")
        (folder / f"documents-{year}.csv").write_text("\n".join(
            ["consortium,kind,period,title,sentOn,evidence", *documents, ""]), encoding="utf-8")


def write_tables(folder, members, facts):
    """`figures`, a row a figure, and `series`, the same with a column a year; and what the small integers stand for."""
    folder.mkdir(parents=True, exist_ok=True)
    figures = facts.select("consortium", "indicator", "year", "value")
    figures.write_parquet(folder / "figures.parquet")
    numeric = [n for n, kind in enumerate(KIND.values()) if kind in ("count", "amount", "percent", "rank")]
    grid = pl.DataFrame({"consortium": members["consortium"]}).join(
        pl.DataFrame({"indicator": np.array(range(len(CODES)), np.int16)}), how="cross")
    for year in YEARS:
        column = figures.filter(pl.col("year") == year).select("consortium", "indicator", pl.col("value").alias(f"y{year}"))
        grid = grid.join(column, on=["consortium", "indicator"], how="left", maintain_order="left")
    grid.write_parquet(folder / "series.parquet")
    members.select(
        "consortium", "id", designated=pl.col("designatedOn").str.slice(0, 4).cast(pl.Int16, strict=False)
    ).write_parquet(folder / "consortia.parquet")
    pl.DataFrame({
        "indicator": np.arange(len(CODES), dtype=np.int16), "code": CODES,
        "is_numeric": [n in numeric for n in range(len(CODES))],
        "is_percent": [kind == "percent" for kind in KIND.values()]}).write_parquet(folder / "indicators.parquet")


def main():
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    rng = np.random.default_rng([20250101, count])
    members, facts = consortia(rng, count), observations(rng, count)
    write_inbox(folder / "inbox", members, facts)
    write_plans(folder / "inbox", members)
    write_tables(folder / "tables", members, facts)
    print(f"{count} consortia, {len(facts)} figures: {folder}")


if __name__ == "__main__":
    main()
