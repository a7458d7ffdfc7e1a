"""polars: the statistics and the funding rule as lazy expressions over Arrow files, on the streaming engine."""

import os
import sys

from peers import LAST, OUTCOMES, PAIRS, THREADS, YEARS, exact_p, exchanges, run

os.environ["POLARS_MAX_THREADS"] = str(THREADS)
import polars as pl  # noqa: E402  reads the number of threads when it is loaded
from polars import col  # noqa: E402

V = [f"v{i}" for i in range(len(YEARS))]


def load(folder):
    """Arrow files without compression: polars maps them, twice as fast as Parquet."""
    for table in ("figures", "series", "consortia", "indicators"):
        pl.read_parquet(folder / "tables" / f"{table}.parquet").write_ipc(folder / f"{table}.arrow")


def scan(folder, table):
    return pl.scan_ipc(folder / f"{table}.arrow")


def by_year(layout, rows, keys):
    """A row for each of `keys`, a column a year; `when … max` is the form that the streaming engine does fastest."""
    if layout == "series":
        return rows.select(*keys, *(col(f"y{year}").alias(v) for v, year in zip(V, YEARS)))
    return rows.group_by(keys).agg(
        pl.when(col("year") == year).then("value").max().alias(v) for v, year in zip(V, YEARS))


def statistics(folder, layout):
    kinds = scan(folder, "indicators").filter("is_numeric").select("indicator", "is_percent")
    keys = ["consortium", "indicator", "is_percent"]
    series = by_year(layout, scan(folder, layout).join(kinds, on="indicator"), keys)

    held = [col(v).is_not_null() for v in V]
    times = [pl.when(here).then(float(i)) for i, here in enumerate(held)]
    slopes = [(col(V[j]) - col(V[i])) / (j - i) for i, j in PAIRS]
    series = series.with_columns(
        n=pl.sum_horizontal(h.cast(pl.Int8) for h in held),
        s=pl.sum_horizontal((col(V[j]) - col(V[i])).sign().cast(pl.Int8) for i, j in PAIRS),
        equal=pl.sum_horizontal((col(V[i]) == col(V[j])).cast(pl.Int8) for i, j in PAIRS),
        first=pl.coalesce(V), last=pl.coalesce(V[::-1]), span=pl.coalesce(times[::-1]) - pl.coalesce(times),
        mean_time=pl.mean_horizontal(times), mean_value=pl.mean_horizontal(V),
        **{f"d{k}": slope.fill_null(float("inf")) for k, slope in enumerate(slopes)})
    for step in exchanges(len(PAIRS)):
        series = series.with_columns(
            expression.alias(f"d{place}") for a, b in step
            for place, expression in ((a, pl.min_horizontal(f"d{a}", f"d{b}")), (b, pl.max_horizontal(f"d{a}", f"d{b}"))))

    n, s, now, before = col("n"), col("s"), col(f"v{LAST}"), col(f"v{LAST - 1}")
    pairs = n * (n - 1) // 2
    p = pl.when(n < 2).then(None)
    for (count, equal, score), value in exact_p().items():
        if value < 1:
            p = p.when((n == count) & (col("equal") == equal) & (s.abs() == score)).then(value)
    centred = [time - col("mean_time") for time in times]
    trends = series.select(
        "consortium", "indicator", n, now.alias("value"),
        direction=pl.when(n < 3).then(6).when(s == pairs).then(0).when(s == -pairs).then(4).when(s > 0).then(1)
        .when(s < 0).then(3).when(col("equal") == pairs).then(5).otherwise(2).cast(pl.Int8),
        s=pl.when(n > 1).then(s), p=p.otherwise(1.0),
        yoy=pl.when("is_percent").then(now - before).when(before > 0).then((now - before) / before),
        cagr=pl.when((col("span") > 0) & (col("first") > 0) & (col("last") > 0))
        .then((col("last") / col("first")).pow(1 / col("span")) - 1),
        ols=pl.when(n > 1).then(
            pl.sum_horizontal(t * (col(v) - col("mean_value")) for t, v in zip(centred, V))
            / pl.sum_horizontal(t * t for t in centred)),
        sen=pl.when(n == 4).then((col("d2") + col("d3")) / 2).when(n == 3).then("d1").when(n == 2).then("d0"))
    count, rank = (expression.over("indicator") for expression in (col("value").count(), col("value").rank("average")))
    return trends.with_columns(percentile=pl.when(count >= 5).then(100 * (rank - 0.5) / count)).drop("value")


def funding(folder, layout):
    """The outcome of clause 16.3, in hundredths as integers; unknowns go through `&` and `<` as polars has them."""
    codes = ["6.1.1", "6.1.2", "6.1.4", "6.1.5", "6.1.6", "6.1.8"]
    kinds = scan(folder, "indicators").filter(col("code").is_in(codes)).select("indicator", "code")
    rows = by_year(layout, scan(folder, layout).join(kinds, on="indicator"), ["consortium", "code"])
    funds = rows.group_by("consortium").agg(
        (pl.when(col("code") == code).then(v).max() * 100).round().cast(pl.Int64).alias(f"{code}/{v}")
        for code in codes for v in V[-2:])

    def fund(flag, amount, v):
        return pl.when(col(f"{flag}/{v}") == 0).then(0).otherwise(f"{amount}/{v}")

    def short(v):
        return (fund("6.1.1", "6.1.2", v) + fund("6.1.5", "6.1.6", v)
                < fund("6.1.1", "6.1.4", v) + fund("6.1.5", "6.1.8", v))

    triggered = (col("designated").fill_null(0) <= YEARS[-2]) & short(V[-2]) & short(V[-1])
    warned = short(V[-1])
    TRIGGERED, UNDETERMINED, WARNING, CLEAR = map(pl.lit, OUTCOMES)
    return scan(folder, "consortia").join(funds, on="consortium", how="left").select(
        "id", outcome=pl.when(triggered).then(TRIGGERED).when(triggered.is_null()).then(UNDETERMINED)
        .when(warned).then(WARNING).when(warned.is_null()).then(UNDETERMINED).otherwise(CLEAR))


def collected(query):
    return query.collect(engine="streaming")


def assess(folder, layout):
    collected(funding(folder, layout).sort("id")).write_ndjson(sys.stdout.buffer)
    named = (
        statistics(folder, layout).join(scan(folder, "consortia").select("consortium", "id"), on="consortium")
        .join(scan(folder, "indicators").select("indicator", "code"), on="indicator").sort("id", "indicator"))
    collected(named.drop("consortium", "indicator")).write_ndjson(sys.stdout.buffer)


if __name__ == "__main__":
    run(load=load, statistics=lambda *query: collected(statistics(*query)).to_arrow(),
        rule=lambda *query: collected(funding(*query)).to_arrow(), assess=assess)
