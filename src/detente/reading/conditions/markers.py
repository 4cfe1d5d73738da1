"""The words that mark a condition, by family, and where the same words mark none."""

from __future__ import annotations

from detente.reading.parsed import Doc
from detente.reading.syntax import SUBJECTS, words

# families: only (always a condition), until (opens when it comes true; the rest must be withheld or
# go on), while (lasts as long as it is true), given and if (plain), unless
_FAMILIES = {
    "only": """
only if; only after; only when; only once; only with; only in exchange for; only in return for;
only upon; only on; only provided; only as long as; only by; only under; only through; only
following; if and only if; but only if; but only after; not until; not before; not unless; not
without; but not without; solely if; solely when; solely once; solely after; solely on; solely in
exchange for; exclusively in exchange for; if and when; as and when; when and only when; no
earlier than; no sooner than; not a day before; not a moment before; not one day before; except
in exchange for;
except in return for; save in exchange for; save in return for; other than in return for; only
insofar as; only in so far as; only on condition that; only in the event of; only subject to; only
against; only against a; only on the basis of; only on the condition that; only in the event
that; only to the extent that; only assuming that; only in case; only as soon as; only from the
moment; only the day; only the moment; only on receipt of; only upon receipt of; when , and only
when ,; if , and only if ,; once , and only once ,; when - and only when -; if - and only if -;
not until after; not until such time as; never before; never without; never unless; never until;
not in the absence of; not short of; not absent; but not before; but not until; but not unless;
at least not until; at least not before;
not one day until; not a minute before; not one minute before; not an hour before""",
    "until": """
until; till; before; without; pending; short of; absent; barring; failing; in the absence of; for
want of; until after; until such time as; prior to; with no; in
default of; till after; up until; right up until""",
    "while": "as long as; so long as; for as long as; for so long as; while; as long as there",
    "not while": """
not while; not as long as; not so long as; not for as long as; never while; but not while; but not
as long as; but not so long as; but not if; but not when""",
    "given": """
provided that; provided; providing that; providing; on condition that; on the condition that; on
the understanding that; with the proviso that; on the proviso that; on the basis that; to the
extent that; insofar as; in so far as; on the strict condition that; on the sole condition that;
on the express condition that; on the one condition that; on one condition that; under the
condition that; on the understanding; on the assumption that; assuming that; in exchange for; in
return for; in return if; in consideration of; in consideration of which; by way of return for; on
receipt of; upon receipt of; against proof; against payment; against a guarantee; against a
bond; against bail; against guarantees; conditional on; conditional upon; contingent on;
contingent upon; conditioned on;
conditioned upon; conditioned by; dependent on; dependent upon; dependent on whether; predicated
on; premised on;
hinges on; hinge on; hinged on; hangs on; hung on; depends on; depend on; depends upon;
depend upon; depended on; depended upon; rests on; rest on; rests upon; rest upon; turns on; turn
on; turns on whether; turn on whether; boils down to; boil down to; comes down to; stands or falls
with; stand or fall with; stands or falls by; bound up with; hostage to; subject to; in case; only
then if""",
    "if": """
if; in the event of; in the event that; once; as soon as; the day; on the day; the day that; on
the day that; from the day; from the day that; the moment; the moment that; from the moment; the
minute; the minute that; the instant; the hour; if and only when; should; were; when;
after""",
    "unless": """
unless; unless and until; until and unless; except if; save if; except when; unless of course; other
than if; except where""",
}  # fmt: skip
MARKERS = {
    " ".join(listed.split()): family
    for family, text in _FAMILIES.items()
    for listed in text.split(";")
}
_LONGEST = max(len(marker.split()) for marker in MARKERS)
_PREDICATIVE = words(
    "conditional contingent conditioned dependent predicated premised hinges hinge hinged hangs "
    "hang hung depends depend depended rests rest turns turn boils boil comes stands stand bound "
    "hostage subject"
)
PREDICATES = frozenset(marker for marker in MARKERS if marker.split()[0] in _PREDICATIVE)


def marker_at(doc: Doc, at: int, stop: int) -> tuple[str, str] | None:
    """The longest marker that begins at a token, in small letters, and its family, if any."""
    words = [token.lower_ for token in doc[at : min(at + _LONGEST, stop)]]
    for length in range(len(words), 0, -1):
        marker = " ".join(words[:length])
        if marker in MARKERS:
            return marker, MARKERS[marker]
    return _proviso(words)


_PROVISOS = words(
    "condition conditions understanding premise proviso basis assumption caveat stipulation "
    "presumption footing"
)


def _proviso(words: list[str]) -> tuple[str, str] | None:
    """As in "on the strict understanding that", "with the sole proviso that"."""
    if words[:1] and words[0] in {"on", "with", "under", "upon"}:
        for at, word in enumerate(words[1:-1], 2):
            if word in _PROVISOS:
                return (" ".join(words[: at + 1]), "given") if words[at] == "that" else None
    return None


_NOT_AFTER = {
    "if": {"asked", "ask", "asking", "wonder", "wondered", "even", "as", "know", "see", "what",
           "unclear", "unknown"},
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
    "when": {"hell", "pigs"},
}  # fmt: skip


_IDLE_IF = words("at possible necessary needed need so ever required asked not or")
_OPEN_ENDED = [["it", "takes"], ["is", "necessary"], ["is", "needed"], ["it", "is"],
               ["it", "lasts"], ["it", "took"], ["they", "like"], ["they", "want"],
               ["it", "wants"], ["we", "live"], ["that", "takes"]]  # fmt: skip
_OPEN_ENDS = words("necessary needed possible required")


def may_mark(doc: Doc, at: int, marker: str) -> bool:
    """Whether the words around let it be a marker: not in "asked if", "once a village"."""
    before = doc[at - 1].lower_ if at else ""
    after = doc[at + len(marker.split())].lower_
    idle = marker == "if" and after in _IDLE_IF
    if (
        idle
        or before in _NOT_AFTER.get(marker, ())
        or (marker == "once" and after in _PLAIN_NOT_BEFORE["once"] - {"the", "a", "an"})
    ):
        return False
    if marker.endswith("long as"):
        return not _is_open_ended(doc, at + len(marker.split()))
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


def _is_open_ended(doc: Doc, at: int) -> bool:
    """As in "as long as necessary", "for as long as it takes"."""
    ends = doc[min(at + 1, len(doc) - 1)]
    if doc[at].lower_ in _OPEN_ENDS and (ends.is_punct or ends.lower_ in {"to", "for"}):
        return True
    return [token.lower_ for token in doc[at : at + 2]] in _OPEN_ENDED


_BREAKS = frozenset({",", ";", ":", "-", "–", "—", '"', "“", "and"})


def _inverted(doc: Doc, at: int) -> bool:
    """As in "were it to happen", "should they attack": the subject stands after."""
    verb = doc[at] if doc[at].dep_ not in {"aux", "auxpass"} else doc[at].head
    subjects = [child.i for child in verb.children if child.dep_ in SUBJECTS | {"expl"}]
    before = doc[at - 1].text if at else ""
    opens = doc[at].text[0].isupper() or doc[at].lower_ == "should" or before in _BREAKS
    aimed = any(t.tag_ == "VB" and t.nbor(-1).lower_ == "to" for t in doc[at + 2 : at + 8])
    if doc[at].lower_ == "were" and aimed and doc[at].dep_ in {"ccomp", "advcl"}:
        return True
    return opens and any(place > at for place in subjects) and all(p > at for p in subjects)
