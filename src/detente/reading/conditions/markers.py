"""The words that mark a condition, by family."""

from __future__ import annotations

from detente.reading.conditions import moments
from detente.reading.parsed import Doc
from detente.reading.tables import table
from detente.reading.wording import phrases, words

MARKERS = {
    marker: family
    for family, listed in table("conditions")["markers"].items()
    for marker in phrases(" ".join(listed.split()))
}
LONGEST = max(moments.LONGEST, *(len(marker.split()) for marker in MARKERS))
_PREDICATIVE = words(
    "conditional contingent conditioned dependent predicated premised hinges hinge hinged hangs "
    "hang hung depends depend depended rests rest turns turn boils boil comes stands stand bound "
    "hostage subject"
)
LACKING = frozenset(
    phrases("without; failing; barring; absent; short of; in default of; in the absence of")
)  # what is named must not be lacking
PREDICATES = frozenset(marker for marker in MARKERS if marker.split()[0] in _PREDICATIVE)


def marker_at(doc: Doc, at: int, stop: int) -> tuple[str, str] | None:
    """The longest marker that begins at a token, in small letters, and its family, if any."""
    words = [token.lower_ for token in doc.tokens[at : min(at + LONGEST, stop)]]
    if not words or words[0] not in OPENINGS:
        return None
    if words[0] == "only" and (proviso := _proviso(words[1:])) is not None:
        return f"only {proviso[0]}", "only"  # "only on the understanding that"
    moment = moments.moment(words)
    for length in range(len(words), len(moment.split()) if moment else 0, -1):
        marker = " ".join(words[:length])
        if marker in MARKERS:
            return marker, MARKERS[marker]
    return (moment, "if") if moment else _proviso(words)


_BASES = frozenset({"on", "with", "under", "upon"})
OPENINGS = frozenset({*_BASES, *moments.OPENINGS, *(marker.split()[0] for marker in MARKERS)})
_PROVISOS = words(
    "condition conditions understanding premise proviso basis assumption caveat stipulation "
    "presumption footing"
)


def _proviso(words: list[str]) -> tuple[str, str] | None:
    """As in "on the strict understanding that", "with the sole proviso that"."""
    if words[:1] and words[0] in _BASES:
        for at, word in enumerate(words[1:-1], 2):
            if word in _PROVISOS:
                return (" ".join(words[: at + 1]), "given") if words[at] == "that" else None
    return None
