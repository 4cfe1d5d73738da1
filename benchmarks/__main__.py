"""Print the table of every question, or of those named."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path


def main() -> None:
    """Run the questions in the order of their names."""
    found = sorted(module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    names = sys.argv[1:] or [name for name in found if name[0] != "_"]
    for name in names:
        module = importlib.import_module(f"benchmarks.{name}")
        print(f"\n{module.QUESTION}\n")
        for label, figure in module.rows():
            print(f"  {label:<62}{figure:>16}")


if __name__ == "__main__":
    main()
