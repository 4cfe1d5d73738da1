"""What "what we want is …" asks for, and "what it has offered was …" gives."""

from __future__ import annotations

import re

_WANTS = (
    "wants?|need(?:s|ed)?|seeks?|sought|expects?|expected|demands?|demanded"
    "|ask(?:s|ed|ing)?(?: for)?|insists? on|offer(?:s|ed|ing)?|propos(?:e|es|ed|ing)"
    "|suggest(?:s|ed|ing)?|accept|promised"
)
_HELPED = (
    "(?:(?:is|are|was|were|has|have|had|will|would|can|could|do|does|now|also|always|not|never) )*"
)
_CLEFT = re.compile(
    rf"\W*(?:What|All|The (?:one|only|first) thing)(?: that)? (?:[\w'’-]+ ){{1,5}}?"
    rf"{_HELPED}(?:{_WANTS})"
    r"(?: now| here| most| today| in return)? (?:is|was|are|were) (?P<what>[^.;”\"]+)",
    re.IGNORECASE,
)


def clefted(quote: str, about: str) -> str:
    """What is asked for or offered, where a statement has only that it is; else nothing.

    >>> clefted("What we have offered is a longer transition.", "offer")
    'a longer transition'
    >>> clefted("All Sudmark asks for is that the patrols stop, he said.", "ask for")
    'the patrols stop, he said'
    >>> clefted("What it pays is little.", "pay"), clefted("What we want is a pier.", "a pier")
    ('', '')
    """
    found = _CLEFT.match(quote)
    if found is None or (about in found["what"] and not about.lower().startswith("what")):
        return ""
    return re.sub(r"^(?:that|to) ", "", found["what"])
