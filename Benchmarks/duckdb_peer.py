"""DuckDB: the statistics and the funding rule in SQL over a native table of its own database."""

import duckdb

from peers import LAST, PAIRS, THREADS, YEARS, exact_p, exchanges, run

V = [f"v{i}" for i in range(len(YEARS))]


def connect(folder, read_only=True):
    return duckdb.connect(str(folder / "peer.duckdb"), read_only=read_only, config={"threads": THREADS})


def load(folder):
    with connect(folder, read_only=False) as db:
        for table in ("figures", "series", "consortia", "indicators"):
            db.execute(f"CREATE OR REPLACE TABLE {table} AS FROM '{folder}/tables/{table}.parquet'")


def wide(layout):
    """A row a numeric series, a column a year."""
    if layout == "series":
        years = ", ".join(f"y{year} AS {v}" for v, year in zip(V, YEARS))
        return f"""
      SELECT consortium, indicator, is_percent, {years}
      FROM series JOIN indicators USING (indicator) WHERE is_numeric"""
    years = ", ".join(f"any_value(value) FILTER (year = {year}) AS {v}" for v, year in zip(V, YEARS))
    return f"""
      SELECT consortium, indicator, is_percent, {years}
      FROM figures JOIN indicators USING (indicator) WHERE is_numeric GROUP BY ALL"""


def total(terms):
    return " + ".join(terms)


def statistics(layout):
    """The query for every trend. Slopes are sorted by a network of least and greatest: half the cost of list_sort."""
    held = [f"({v} IS NOT NULL)::TINYINT" for v in V]
    first = "CASE " + " ".join(f"WHEN {v} IS NOT NULL THEN {i}" for i, v in enumerate(V)) + " END"
    last = "CASE " + " ".join(f"WHEN {v} IS NOT NULL THEN {i}" for i, v in reversed(list(enumerate(V)))) + " END"
    p = " ".join(
        f"WHEN n = {n} AND equal = {equal} AND abs(s) = {s} THEN {value!r}::DOUBLE"
        for (n, equal, s), value in exact_p().items() if value < 1)
    slopes = ", ".join(
        f"coalesce(({V[j]} - {V[i]}) / {j - i}, 'inf'::DOUBLE) AS d{k}" for k, (i, j) in enumerate(PAIRS))
    source, sorting = "pairs", []
    for step, pairs in enumerate(exchanges(len(PAIRS))):
        exchanged = ", ".join(f"least(d{a}, d{b}) AS d{a}, greatest(d{a}, d{b}) AS d{b}" for a, b in pairs)
        sorting.append(f"sorted{step} AS (SELECT * REPLACE ({exchanged}) FROM {source}),")
        source = f"sorted{step}"
    return f"""
    WITH wide AS ({wide(layout)}),
    pairs AS (
      SELECT *, {total(held)} AS n,
        {total(f"coalesce(sign({V[j]} - {V[i]}), 0)" for i, j in PAIRS)} AS s,
        {total(f"coalesce(({V[i]} = {V[j]})::TINYINT, 0)" for i, j in PAIRS)} AS equal,
        coalesce({", ".join(V)}) AS first, coalesce({", ".join(reversed(V))}) AS last, {last} - {first} AS span,
        ({total(f"{i} * {here}" for i, here in enumerate(held))}) / n AS mean_time,
        ({total(f"coalesce({v}, 0)" for v in V)}) / n AS mean_value, {slopes}
      FROM wide),
    {" ".join(sorting)}
    statistics AS (
      SELECT consortium, indicator, v{LAST} AS value, n,
        CASE WHEN n < 3 THEN 6 WHEN s = n * (n - 1) / 2 THEN 0 WHEN s = -n * (n - 1) / 2 THEN 4 WHEN s > 0 THEN 1
          WHEN s < 0 THEN 3 WHEN equal = n * (n - 1) / 2 THEN 5 ELSE 2 END AS direction,
        CASE WHEN n > 1 THEN s END AS s, CASE {p} WHEN n > 1 THEN 1::DOUBLE END AS p,
        CASE WHEN is_percent THEN v{LAST} - v{LAST - 1}
          WHEN v{LAST - 1} > 0 THEN (v{LAST} - v{LAST - 1}) / v{LAST - 1} END AS yoy,
        CASE WHEN span > 0 AND first > 0 AND last > 0 THEN pow(last / first, 1 / span) - 1 END AS cagr,
        CASE WHEN n > 1 THEN
          ({total(f"coalesce(({i} - mean_time) * ({v} - mean_value), 0)" for i, v in enumerate(V))})
          / ({total(f"({i} - mean_time) * ({i} - mean_time) * {here}" for i, here in enumerate(held))}) END AS ols,
        CASE n WHEN 4 THEN (d2 + d3) / 2 WHEN 3 THEN d1 WHEN 2 THEN d0 END AS sen
      FROM {source})
    SELECT statistics.* EXCLUDE (value),
      CASE WHEN value IS NOT NULL AND count(value) OVER peers >= 5 THEN
        50 * ((rank() OVER ranked - 1) / count(value) OVER peers + cume_dist() OVER ranked) END AS percentile
    FROM statistics
    WINDOW peers AS (PARTITION BY indicator, value IS NULL),
      ranked AS (PARTITION BY indicator, value IS NULL ORDER BY value)"""


def funding(layout):
    """The outcome of clause 16.3, in exact decimals; unknowns go through AND and < as SQL has them."""
    def fund(flag, amount, year):
        value = (
            f"any_value(value) FILTER (code = '{{}}' AND year = {year})" if layout == "figures"
            else f"any_value(y{year}) FILTER (code = '{{}}')")
        return f"CASE WHEN {value.format(flag)} = 0 THEN 0 ELSE {value.format(amount)}::DECIMAL(18, 2) END"

    def short(year):
        received = f"({fund('6.1.1', '6.1.2', year)}) + ({fund('6.1.5', '6.1.6', year)})"
        return f"{received} < ({fund('6.1.1', '6.1.4', year)}) + ({fund('6.1.5', '6.1.8', year)}) AS short{year}"

    return f"""
    WITH funds AS (
      SELECT consortium, {short(YEARS[-2])}, {short(YEARS[-1])} FROM {layout} JOIN indicators USING (indicator)
      WHERE code IN ('6.1.1', '6.1.2', '6.1.4', '6.1.5', '6.1.6', '6.1.8') GROUP BY consortium),
    judged AS (
      SELECT id, short{YEARS[-1]} AS warned,
        coalesce(designated <= {YEARS[-2]}, true) AND short{YEARS[-2]} AND short{YEARS[-1]} AS triggered
      FROM consortia LEFT JOIN funds USING (consortium))
    SELECT id, CASE WHEN triggered THEN 'triggered' WHEN triggered IS NULL THEN 'undetermined'
      WHEN warned THEN 'warning' WHEN warned IS NULL THEN 'undetermined' ELSE 'clear' END AS outcome
    FROM judged"""


def statistics_task(folder, layout):
    return connect(folder).sql(statistics(layout)).to_arrow_table()


def rule_task(folder, layout):
    return connect(folder).sql(funding(layout)).to_arrow_table()


def assess_task(folder, layout):
    db = connect(folder)
    db.execute(f"COPY ({funding(layout)} ORDER BY id) TO '/dev/stdout' (FORMAT json)")
    db.execute(f"""
        COPY (
          SELECT id, code, trends.* EXCLUDE (consortium, indicator) FROM ({statistics(layout)}) AS trends
          JOIN consortia USING (consortium) JOIN indicators USING (indicator) ORDER BY id, indicator)
        TO '/dev/stdout' (FORMAT json)""")


if __name__ == "__main__":
    run(load=load, statistics=statistics_task, rule=rule_task, assess=assess_task)
