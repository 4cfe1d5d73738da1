"""Keep CLDR's names of territories and capitals as package data: Babel takes a while to load.

Of capitals CLDR has those after which a zone of time is named.

Run by hand when Babel's pin rises; a test says when the table is not Babel's any more.
"""

from __future__ import annotations

import csv
from pathlib import Path

from detente.reading import languages
from detente.reading.parties.gazetteer import cities_of, territories_of

DATA = Path(__file__).parent.parent / "src/detente/reading/data"
TABLES = {"territories": territories_of, "cities": cities_of}
HEADER = "# Names of {}: Unicode CLDR, through Babel, by scripts/territories.py\n"


def main() -> None:
    for table, of in TABLES.items():
        names = {language: of(language) for language in sorted(languages.supported())}
        with (DATA / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            file.write(HEADER.format(table))
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("territory", *names))
            codes = names["en"]
            writer.writerows((code, *(n.get(code, "") for n in names.values())) for code in codes)
        print(len(codes), table, "in", len(names), "languages")


if __name__ == "__main__":
    main()
