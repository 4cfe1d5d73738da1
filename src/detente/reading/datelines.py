"""Where a report is from: the town, the day and the agency with which its first words begin."""

from __future__ import annotations

import re
from itertools import islice

from detente.reading.periods import MONTH, MONTHS

_TOWN = r"[A-ZÀ-Þ][A-ZÀ-Þ .'/-]{2,}"
_SHORT = (
    r"\b(?:[A-Z]\.|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn"
    r"|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Alta|Sask|Man|Ont|Que|Nfld"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)"
)  # what ends in a full stop and no sentence: "Minn.", "W.Va.", "B.C.", "Feb."
_WRITTEN = r"[A-Z][^\W\d_]+(?:[ '-][A-Z][^\W\d_]+){0,2}"  # a town as one writes it elsewhere
_DAY = rf"(?:\d{{1,2}} (?:{MONTH})|(?:{MONTH}) \d{{1,2}})(?:,? \d{{4}})?"
_AGENCY = r"(?:[ \t]+\((?:AP|AFP|UPI|EFE|dpa|Reuters)\)|[ \t]{4,})"  # or where it is blanked
_BEFORE_DASH = re.compile(
    rf"^[ \t]*(?:{_TOWN}(?:(?:,|[ ]?\()(?:{_SHORT}|[^\n.!?]){{0,70}}?)?"
    rf"|\([A-Z][^()\n]{{2,40}}\)"
    rf"|{_WRITTEN}(?:, {_WRITTEN})?,? {_DAY}{_AGENCY}?"
    rf"|{_WRITTEN}(?:(?:, {_WRITTEN})?{_AGENCY}|, {_WRITTEN}))"
    r"[ \t]-{1,2}[ \t]+(?=\S)",
    re.MULTILINE,
)
_IN_SMALL = re.compile(r"[ \t]*[A-Z(][\w'-]*[a-z]")
_BEFORE_COLON = re.compile(
    rf"^[ \t]*(?:{_TOWN}(?:, {_WRITTEN})?(?: \([^()\n]{{2,20}}\))?"
    rf"|(?!The ){_WRITTEN}(?: of {_WRITTEN})?(?:, {_WRITTEN})?)"
    r":[ \t]+(?=[A-Z])(?=[^\n]{60,}[.!?][\"']?[ \t]*$)",
    re.MULTILINE,
)
_TOWN_OF = re.compile(r"\s*([A-Z][A-Z'’ -]+[A-Z])(?=,| ?[-–—(:])")


def find(text: str) -> list[tuple[int, int]]:
    r"""Where datelines stand, with what parts them from what is told.

    Parameters
    ----------
    text
        With plain dashes and spaces, as `page.same_length` leaves it.

    Examples
    --------
    >>> def told(text):
    ...     return [text[start:end] for start, end in find(text)]
    >>> told("DULUTH, Minn. (AP) - Nurses walked out.\nTESK, Feb. 3 - The port shut.")
    ['DULUTH, Minn. (AP) - ', 'TESK, Feb. 3 - ']
    >>> told("Lagos, Nigeria - The union refused.\n(Geneva) - The office refused.")
    ['Lagos, Nigeria - ', '(Geneva) - ']
    >>> told("PERTH: The police union turned down the offer, and will go to court on Monday.")
    ['PERTH: ']
    >>> told("Port of Spain: Nurses at the hospital said they would work to rule from next Monday.")
    ['Port of Spain: ']
    >>> told("Tesk, 3 March 2031 (AFP) - The port shut.\nTesk (dpa) - The port shut.")
    ['Tesk, 3 March 2031 (AFP) - ', 'Tesk (dpa) - ']
    >>> told("RMT leaders - they met on Monday - refused. Ana Berg, a nurse - she is old - left.")
    []
    >>> told("BERG: We will not sign it, whatever they may say to us in the end, and that is it.\n"
    ...      "HOLT: So you will go to court over it then, if I have understood you rightly, Ana.")
    []
    """
    dashed = [m.span() for m in _BEFORE_DASH.finditer(text) if _opens(text, m)]
    colons = [match.span() for match in islice(_BEFORE_COLON.finditer(text), 2)]
    return sorted([*dashed, *(colons if len(colons) == 1 and not dashed else ())])


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence begins after it; of a town in capitals nothing else is asked."""
    return (
        not _IN_SMALL.match(match[0]) or text[match.end()].isupper() or text[match.end()] in "\"'"
    )


def town(text: str, place: tuple[int, int]) -> str | None:
    """The town of the dateline at a place, where it is written in capitals.

    >>> town("TESK, 14 March -", (0, 16))
    'TESK'
    """
    match = _TOWN_OF.match(text, *place)
    return match[1] if match else None


def is_month(name: str) -> bool:
    """Whether what stands after the town is of the day: the "Nov" of "TESK, Nov 27".

    >>> is_month("Nov"), is_month("Novia")
    (True, False)
    """
    return name.casefold() in MONTHS
