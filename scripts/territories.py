"""Keep CLDR's names of territories as package data: Babel takes a while to load.

Run by hand when Babel's pin rises; a test says when the table is not Babel's any more.
"""

from __future__ import annotations

import csv
from pathlib import Path

from detente.reading import languages
from detente.reading.parties.gazetteer import territories_of

TABLE = Path(__file__).parent.parent / "src/detente/reading/data/territories.csv"
HEADER = "# Names of territories: Unicode CLDR, through Babel, by scripts/territories.py\n"


def main() -> None:
    names = {language: territories_of(language) for language in sorted(languages.supported())}
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("territory", *names))
        writer.writerows((code, *(n.get(code, "") for n in names.values())) for code in names["en"])
    print(len(names["en"]), "territories in", len(names), "languages")


if __name__ == "__main__":
    main()
