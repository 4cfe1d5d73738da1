"""Print the table of every question, or of those named: python -m benchmarks [QUESTION ...]."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from pathlib import Path


def main() -> None:
    """Run the questions in the order of their names."""
    modules = pkgutil.iter_modules([str(Path(__file__).parent)])
    found = sorted(module.name for module in modules if module.name[0] != "_")
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("question", nargs="*", help=f"one or more of {', '.join(found)}")
    asked = parser.parse_args().question
    if unknown := [name for name in asked if name not in found]:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(found)}")
    for name in asked or found:
        module = importlib.import_module(f"benchmarks.{name}")
        print(f"\n{module.QUESTION}\n")
        for label, figure in module.rows():
            print(f"  {label:<62}{figure:>16}", flush=True)


if __name__ == "__main__":
    main()
