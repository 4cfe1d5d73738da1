r"""The tables of a brief for a paper: LaTeX with booktabs, to be read with ``\input``."""

from __future__ import annotations

from collections.abc import Iterator

from detente import __version__
from detente.showing import blocks as b
from detente.showing.blocks import plain, safe

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
    "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", '"': r"\textquotedbl{}",
    "→": r"$\rightarrow$", "–": "--", "…": r"\dots{}",
}  # fmt: skip
_LEAST = 0.08  # of the text's width, a column
_WIDE = 0.98


def render(brief: b.Brief) -> str:
    r"""Every table of a brief, those that say what a figure shows included.

    Examples
    --------
    >>> table = b.Table("Who pays", ("Party", "Pays"), (b.Row(((b.Name("A & B"),), ())),))
    >>> shown = render(b.Brief("Ferry", (), (b.Section("who", "Who", (table,)),), ()))
    >>> r"\toprule" in shown, r"A \& B" in shown
    (True, True)
    """
    head = (
        f"% {escaped(brief.title)}: tables by detente {__version__}\n"
        "% \\usepackage{booktabs,longtable,array,textcomp}; XeLaTeX or LuaLaTeX for other scripts"
    )
    return "\n\n".join([head, *_tables(brief)]) + "\n"


def escaped(text: str) -> str:
    r"""Words in which nothing is a command.

    >>> print(escaped("50 % of A_1"))
    50 \% of A\_1
    """
    return "".join(_SPECIAL.get(character, character) for character in " ".join(safe(text).split()))


def _tables(brief: b.Brief) -> Iterator[str]:
    seen: dict[str, int] = {}
    for section in brief.sections:
        for block in section.blocks:
            table = block.twin if isinstance(block, b.Figure) else block
            if isinstance(table, b.Table) and table.rows:
                seen[section.anchor] = seen.get(section.anchor, 0) + 1
                yield _table(table, f"{section.anchor}-{seen[section.anchor]}")


def _table(table: b.Table, label: str) -> str:
    columns = "".join(
        rf">{{\raggedright\arraybackslash}}p{{{share:.2f}\linewidth}}" for share in _shares(table)
    )
    head = " & ".join(rf"\textbf{{{escaped(head)}}}" for head in table.head)
    rows = [_row(row, len(table.head)) for row in table.rows]
    return "\n".join(
        [
            rf"\begin{{longtable}}{{@{{}}{columns}@{{}}}}",
            rf"\caption{{{escaped(table.caption)}}}\label{{tab:{label}}}\\",
            r"\toprule",
            rf"{head} \\",
            r"\midrule\endhead",
            *rows,
            r"\bottomrule",
            r"\end{longtable}",
        ]
    )


def _row(row: b.Row, columns: int) -> str:
    cells = [escaped(plain(cell)) for cell in row.cells]
    return " & ".join(cells + [""] * (columns - len(cells))) + r" \\"


def _shares(table: b.Table) -> list[float]:
    """The widths of columns by what is in them."""
    longest = [
        max([len(head), *(len(plain(row.cells[n])) for row in table.rows if n < len(row.cells))])
        for n, head in enumerate(table.head)
    ]
    weights = [min(length, 60) ** 0.8 for length in longest]
    free = _WIDE - 0.03 * len(weights) - _LEAST * len(weights)
    return [_LEAST + max(free, 0) * weight / (sum(weights) or 1) for weight in weights]
