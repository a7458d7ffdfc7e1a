"""150 consortia with random figures, and N files of one of them after the close of 2025 that correct one figure each.

    corrections.py N FOLDER

FOLDER/inbox holds what `collect` reads (DESIGN §7). Files are of different days, as many days as there are corrections of
one figure: of two of one day nobody could tell which came later. Everything is synthetic.
"""

import csv
import datetime
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
HEADER = ["consortium", "indicator", "year", "basis", "value", "evidence"]
WHOSE = "S00003"
# The day after the close.
FIRST = datetime.date(2026, 4, 1)


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def main():
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    subprocess.run([sys.executable, HERE.parent / "generate.py", "150", folder], check=True)
    inbox = folder / "inbox"
    with open(inbox / "observations-2025.csv", encoding="utf-8", newline="") as file:
        codes = [row[1] for row in csv.reader(file) if row[0] == WHOSE and row[4].isdigit()]
    manifest = [["file", "receivedOn", "sender", "consortium"]]
    manifest += [[path.name, "2026-03-01", "", ""] for path in sorted(inbox.glob("observations-*.csv"))]
    for number in range(count):
        name = f"c{number:05}.csv"
        write(inbox / name, [HEADER, [WHOSE, codes[number % len(codes)], "2025", "actual", str(100 + number), ""]])
        day = FIRST + datetime.timedelta(days=number // len(codes))
        manifest.append([name, str(day), "", ""])
    write(inbox / "manifest.csv", manifest)


if __name__ == "__main__":
    main()
