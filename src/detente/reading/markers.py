"""The words that mark a condition, by family, and where the same words mark none."""

from __future__ import annotations

from spacy.tokens import Doc

from detente.reading.syntax import SUBJECTS, phrases

# families: only (always a condition), until (opens when it comes true; the rest must be withheld or
# go on), while (lasts as long as it is true), given and if (plain), unless
MARKERS: dict[str, str] = {
    **dict.fromkeys(
        phrases(
            "only if; only after; only when; only once; only with; only in exchange for; "
            "only in return for; only upon; only on; only provided; only as long as; only by; "
            "only through; only following; if and only if; but only if; but only after; "
            "not until; not before; not unless; not without; but not without"
        ),
        "only",
    ),
    **dict.fromkeys(
        phrases("until; till; before; without; pending; short of; absent; barring; failing"),
        "until",
    ),
    **dict.fromkeys(
        phrases("as long as; so long as; for as long as; for so long as; while; as long as there"),
        "while",
    ),
    **dict.fromkeys(
        phrases(
            "provided that; provided; providing that; providing; on condition that; "
            "on the condition that; on the understanding that; in exchange for; in return for; "
            "conditional on; conditional upon; contingent on; contingent upon; conditioned on; "
            "conditioned upon; dependent on; dependent upon; predicated on; hinges on; hinge on; "
            "hinged on; depends on; depend on; depends upon; depend upon; depended on; rests on; "
            "subject to; in case; assuming that; "
            "in return if; only then if; premised on; in consideration of which; turn on whether; "
            "turns on whether"
        ),
        "given",
    ),
    **dict.fromkeys(
        phrases(
            "if; in the event of; in the event that; once; as soon as; the day; on the day; "
            "the day that; the moment; should; were; when; after"
        ),
        "if",
    ),
    **dict.fromkeys(phrases("unless; unless and until; until and unless; except if"), "unless"),
}
_LONGEST = max(len(marker.split()) for marker in MARKERS)
PREDICATES = frozenset(
    marker
    for marker in MARKERS
    if marker.split()[0]
    in {"conditional", "contingent", "conditioned", "dependent", "predicated", "hinges", "hinge",
        "hinged", "turn", "turns", "depends", "depend", "depended", "rests", "subject", "premised"}
)  # fmt: skip


def marker_at(doc: Doc, at: int, stop: int) -> str | None:
    """The longest marker that begins at a token, if any, in small letters."""
    words = [token.lower_ for token in doc[at : min(at + _LONGEST, stop)]]
    for length in range(len(words), 0, -1):
        marker = " ".join(words[:length])
        if marker in MARKERS:
            return marker
    return None


_NOT_AFTER = {
    "if": {"asked", "ask", "asking", "wonder", "wondered", "even", "as", "know", "see", "what"},
    "when": {"even", "asked"},
    "were": set(), "should": set(),
    "before": {"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "long",
               "ever", "than", "just", "shortly"},
    "after": {"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "soon",
              "shortly", "just", "long", "even", "ever", "look"},
    "once": {"at", "than", "more", "all"},
    "until": {"up"},
}  # fmt: skip
_PLAIN_NOT_BEFORE = {
    "once": {"a", "an", "the", "again", "more", "considered", "known", "called", "described"},
    "without": {"preconditions", "precondition", "conditions", "delay", "notice", "comment",
                "elaborating", "warning", "further", "explanation", "result", "success", "doubt",
                "saying", "giving", "naming", "any", "exception", "incident", "offering",
                "prior", "reason"},
    "subject to": {"change", "debate", "criticism"},
}  # fmt: skip


def may_mark(doc: Doc, at: int, marker: str) -> bool:
    """Whether the words around let it be a marker: not in "asked if", "once a village"."""
    before = doc[at - 1].lower_ if at else ""
    after = doc[at + len(marker.split())].lower_
    if before in _NOT_AFTER.get(marker, ()) or (after in {"not", "or"} and marker == "if"):
        return False
    if marker == "once" and after in _PLAIN_NOT_BEFORE["once"] - {"the", "a", "an"}:
        return False
    if marker == "without":
        following = {token.lower_ for token in doc[at + 1 : at + 4]}
        return after not in _PLAIN_NOT_BEFORE["without"] - {"any"} and not (
            following & {"precondition", "preconditions", "delay", "notice"}
        )
    if marker in {"were", "should"}:
        return _inverted(doc, at)
    if marker == "provided":
        return (
            after == "that"
            or before in {"", ","}
            or doc[at].dep_ in {"prep", "mark"}
            or (
                doc[at].tag_ == "VBN"
                and not any(c.dep_ in {"dobj", "aux"} for c in doc[at].children)
            )
        )
    return after not in _PLAIN_NOT_BEFORE.get(marker, ()) or marker == "once"


def _inverted(doc: Doc, at: int) -> bool:
    """As in "were it to happen", "should they attack": the subject stands after."""
    verb = doc[at] if doc[at].dep_ not in {"aux", "auxpass"} else doc[at].head
    subjects = [child.i for child in verb.children if child.dep_ in SUBJECTS]
    opens = doc[at].text[0].isupper() or doc[at].lower_ == "should"
    return opens and any(place > at for place in subjects) and all(p > at for p in subjects)
