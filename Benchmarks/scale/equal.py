"""N consortia that all report the very same figures, 2022-2025: what copying on a large scale would look like.

    equal.py N FOLDER

FOLDER/inbox holds what `collect` reads (DESIGN §7). Everything is synthetic.
"""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Oracle"))
from catalogue import KIND  # noqa: E402  the observation points, typed from the standard

YEARS = (2022, 2023, 2024, 2025)
NUMERIC = [code for code, kind in KIND.items() if kind in ("count", "amount")]


def main():
    count, inbox = int(sys.argv[1]), pathlib.Path(sys.argv[2]) / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    ids = [f"E{n:05}" for n in range(count)]
    (inbox / "consortia.csv").write_text(
        "id,name,kind,province,prefecture,designatedOn\n"
        + "".join(f"{i},示例联合体{i}（虚构）,municipal,430000,430100,2022-06-01\n" for i in ids), encoding="utf-8")
    for year in YEARS:
        with open(inbox / f"observations-{year}.csv", "w", encoding="utf-8") as file:
            file.write("consortium,indicator,year,basis,value,evidence\n")
            for i in ids:
                for place, code in enumerate(NUMERIC):
                    file.write(f"{i},{code},{year},actual,{1001 + 7 * place + year % 100},\n")


if __name__ == "__main__":
    main()
