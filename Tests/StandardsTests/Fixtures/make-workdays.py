"""Writes workdays.txt: which days of 2022-2026 are worked in China, by the PyPI package chinesecalendar.

    python3 -m venv venv && venv/bin/pip install chinesecalendar==1.11.0
    venv/bin/python make-workdays.py

A line a year: the year, a space, a digit for each of its days, 1 where it is worked.
"""

import datetime
from pathlib import Path

from chinese_calendar import is_workday

lines = []
for year in range(2022, 2027):
    day = datetime.date(year, 1, 1)
    digits = ""
    while day.year == year:
        digits += "1" if is_workday(day) else "0"
        day += datetime.timedelta(days=1)
    lines.append(f"{year} {digits}\n")
Path(__file__).with_name("workdays.txt").write_text("".join(lines))
