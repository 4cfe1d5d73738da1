"""The words that mark a condition, by family, and where the same words mark none."""

from __future__ import annotations

from spacy.tokens import Doc

from detente.reading.syntax import SUBJECTS, words

# families: only (always a condition), until (opens when it comes true; the rest must be withheld or
# go on), while (lasts as long as it is true), given and if (plain), unless
_FAMILIES = {
    "only": """
only if; only after; only when; only once; only with; only in exchange for; only in return for;
only upon; only on; only provided; only as long as; only by; only through; only following; if and
only if; but only if; but only after; not until; not before; not unless; not without; but not
without; solely if; solely when; solely once; solely after; solely on; solely in exchange for;
exclusively in exchange for; if and when; as and when; when and only when; no earlier than; no
sooner than; not a day before; not a moment before; not one day before; except in exchange for;
except in return for; save in exchange for; save in return for; other than in return for; only
insofar as; only in so far as; only on condition that; only in the event of; only subject to; only
against; only against a; only on the basis of; only on the condition that""",
    "until": """
until; till; before; without; pending; short of; absent; barring; failing; in the absence of; for
want of; until after; until such time as; prior to""",
    "while": "as long as; so long as; for as long as; for so long as; while; as long as there",
    "given": """
provided that; provided; providing that; providing; on condition that; on the condition that; on
the understanding that; with the proviso that; on the proviso that; on the basis that; to the
extent that; insofar as; in so far as; on the strict condition that; on the sole condition that;
on the express condition that; on the one condition that; on one condition that; under the
condition that; on the understanding; on the assumption that; assuming that; in exchange for; in
return for; in return if; in consideration of; in consideration of which; as a condition of; as a
condition for; as the price of; as the price for; by way of return for; on receipt of; upon
receipt of; against proof; against payment; against a guarantee; against guarantees; conditional
on; conditional upon; contingent on; contingent upon; conditioned on; conditioned upon;
conditioned by; dependent on; dependent upon; dependent on whether; predicated on; premised on;
hinges on; hinge on; hinged on; hangs on; hung on; depends on; depend on; depends upon;
depend upon; depended on; depended upon; rests on; rest on; rests upon; rest upon; turns on; turn
on; turns on whether; turn on whether; boils down to; boil down to; comes down to; stands or falls
with; stand or fall with; stands or falls by; bound up with; hostage to; subject to; in case; only
then if""",
    "if": """
if; in the event of; in the event that; once; as soon as; the day; on the day; the day that; on
the day that; from the day; from the day that; the moment; the moment that; from the moment; the
minute; the minute that; the instant; if and only when; should; were; when; after""",
    "unless": "unless; unless and until; until and unless; except if",
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


_OPEN_ENDED = [["it", "takes"], ["is", "necessary"], ["is", "needed"], ["it", "is"],
               ["necessary", "."], ["needed", "."], ["possible", "."], ["required", "."],
               ["it", "lasts"], ["it", "took"]]  # fmt: skip


def may_mark(doc: Doc, at: int, marker: str) -> bool:
    """Whether the words around let it be a marker: not in "asked if", "once a village"."""
    before = doc[at - 1].lower_ if at else ""
    after = doc[at + len(marker.split())].lower_
    barred = before in _NOT_AFTER.get(marker, ()) or (after in {"not", "or"} and marker == "if")
    if barred or (marker == "once" and after in _PLAIN_NOT_BEFORE["once"] - {"the", "a", "an"}):
        return False
    if marker.endswith("long as"):
        return [t.lower_ for t in doc[at + len(marker.split()) :][:2]] not in _OPEN_ENDED
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


_BREAKS = frozenset({",", ";", ":", "-", "–", "—", '"', "“", "and"})


def _inverted(doc: Doc, at: int) -> bool:
    """As in "were it to happen", "should they attack": the subject stands after."""
    verb = doc[at] if doc[at].dep_ not in {"aux", "auxpass"} else doc[at].head
    subjects = [child.i for child in verb.children if child.dep_ in SUBJECTS]
    before = doc[at - 1].text if at else ""
    opens = doc[at].text[0].isupper() or doc[at].lower_ == "should" or before in _BREAKS
    aimed = any(t.tag_ == "VB" and t.nbor(-1).lower_ == "to" for t in doc[at + 2 : at + 8])
    if doc[at].lower_ == "were" and aimed and doc[at].dep_ in {"ccomp", "advcl"}:
        return True
    return opens and any(place > at for place in subjects) and all(p > at for p in subjects)
