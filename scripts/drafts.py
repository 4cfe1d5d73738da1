"""Print a page of every draft of the development corpus, to be read as an analyst would."""

from __future__ import annotations

import sys
from pathlib import Path

from detente.dispute.file import loads
from detente.dispute.model import AnyOrder, Dispute, Option, Want
from detente.dispute.writing import dumps
from detente.errors import DetenteError
from detente.reading.drafting import Judge, draft

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "drafting"))


def page(dispute: Dispute) -> str:
    """Options with labels, and wants in formulas."""
    lines = [
        f"TITLE {dispute.title}",
        f"RESOLUTION {dispute.resolution and dispute.resolution.formula}",
    ]
    for party in dispute.parties:
        if not party.options and not party.wants:
            continue
        lines.append(f"  {party.name} [{party.role}]")
        lines += [_option(option) for option in party.options]
        for entry in party.wants:
            lines += _entry(entry)
    lines += [f"  look first: {line}" for line in dispute.look_first]
    lines += [f"  left out: {row.what} ({row.why})" for row in dispute.left_out]
    return "\n".join(lines)


def _option(option: Option) -> str:
    mark = "■" if option.status_quo else "□"
    can = "" if option.can == "both" else f" ({option.can})"
    return f"    {mark} {option.atom}: {option.label}{can}  [{','.join(option.because)}]"


def _entry(entry: Want | AnyOrder) -> list[str]:
    if isinstance(entry, AnyOrder):
        return [
            "      any order",
            *(f"    {line}" for want in entry.wants for line in _entry(want)),
        ]
    mark = "?" if entry.assumed else ",".join(entry.because)
    cost = "" if entry.cost == 1 else f" cost {entry.cost}"
    return [f"      {entry.formula}  [{mark}]{cost}"]


def main() -> None:
    from perfect_reading import articles, coverage

    paths = [Path(name) for name in sys.argv[1:]] or articles()
    for path in paths:
        print(f"\n===== {path.name}")
        try:
            dispute = draft(coverage(path), _judge())
            print(page(dispute))
            if judge := _judge():
                print("  JUDGED", judge(dispute))
            loads(dumps(dispute))
        except DetenteError as error:
            print(f"  {type(error).__name__}: {error}")


def _judge() -> Judge | None:
    try:
        from analysis_judge import judge
    except ImportError:
        return None
    else:
        return judge


if __name__ == "__main__":
    main()
