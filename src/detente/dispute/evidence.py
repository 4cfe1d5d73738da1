"""What coverage says, each piece with its quote: ``document.text[start:end] == quote``, always."""

from __future__ import annotations

from dataclasses import dataclass

from detente.dispute.formula import Formula

STATEMENT_KINDS = (
    "precondition", "demand", "offer", "refusal", "claim",
    "accusation", "denial", "intent", "willingness", "threat",
)  # fmt: skip
EVENT_KINDS = (
    "negotiate", "halt", "agree", "no_agreement", "sanction", "coerce", "clash",
    "occupy", "withdraw", "decide", "mediate", "strike", "other",
)  # fmt: skip
RELATION_KINDS = (
    "claims", "controls", "sanctions", "aligned", "opposes",
    "mediates", "recognises", "not_recognises",
)  # fmt: skip
SYMMETRIC_RELATIONS = frozenset({"aligned", "opposes"})
EVIDENCE_KINDS = (*STATEMENT_KINDS, "event", "relation", "object", "status_quo", "way_out")
OBJECT_TYPES = (
    "territory", "maritime", "resource", "agreement", "institution", "status", "persons", "other",
)  # fmt: skip
CHANGE_SORTS = ("hardened", "softened", "reversed", "contradicts")

AUTHOR = "author"  # the holder of what the narrator, or an unnamed analyst, holds


@dataclass(frozen=True, slots=True)
class Document:
    """One article: `text` is what all offsets count in, in Unicode code points.

    `headline` and `noise` are half-open spans of `text`; `noise` is no part of the article.
    `language` is that of the body; `author` is who wrote it, where the source says so.
    """

    id: str
    title: str = ""
    text: str = ""
    file: str | None = None
    source: str | None = None
    language: str | None = None
    headline_language: str | None = None
    published: str | None = None
    sha256: str | None = None
    headline: tuple[int, int] | None = None
    noise: tuple[tuple[int, int], ...] = ()
    is_dispute: bool = True
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What a precondition or a threat depends on, without its marker.

    `by` are the parties that must bring it about (empty: nobody named); `need` is ``holds`` where
    the thing comes if the condition is true, ``fails`` where it comes if it is false.
    """

    quote: str
    start: int
    end: int
    marker: str
    by: tuple[str, ...] = ()
    need: str = "holds"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote with its place, and what it says.

    `kind` is one of `EVIDENCE_KINDS`. `holder` has the ids of the parties whose position it is
    (several: a joint one), or `AUTHOR`; `speaker` is who voices it, in the words of the text.
    `read_by` names who found it, where that was not the rules.
    """

    id: str
    document: str
    quote: str
    start: int
    end: int
    kind: str
    holder: tuple[str, ...] = ()
    speaker: str | None = None
    addressee: tuple[str, ...] = ()
    about: str | None = None
    condition: Condition | None = None
    date: str | None = None
    confidence: float | None = None
    read_by: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `because_of` is the evidence of the event that it reacts to.

    `by` and `to`, which stand in no file, are who did it and to whom in the words of the text, also
    where that is nobody among the parties.
    """

    kind: str
    what: str = ""
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    date: str | None = None
    because: tuple[str, ...] = ()
    because_of: str | None = None
    by: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """Context that is no choice of the moment; `target`: a party's id, a thing's name, or none."""

    kind: str
    source: str
    target: str | None = None
    since: str | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Object:
    """What is contested; `aliases` are what else the coverage calls it, and stand in no file."""

    name: str
    type: str
    because: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A holder's position that changed; `earlier` and `later` are ids of evidence."""

    holder: str
    earlier: str
    later: str
    sort: str


@dataclass(frozen=True, slots=True)
class WayOut:
    """What would break the deadlock, as the coverage (or the party `proposed_by`) has it.

    `formula` says the same of the dispute's options, where these can express it.
    """

    needs: str
    proposed_by: str | None = None
    because: tuple[str, ...] = ()
    formula: Formula | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is named in the coverage: a party before it has options and wants."""

    id: str
    name: str
    type: str | None = None
    role: str | None = None
    speaks_for: str | None = None
    aliases: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Differs:
    """A sentence that a second reader takes otherwise than the evidence of that id."""

    evidence: str
    kind: str
    holder: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second reader makes of a document, beside the rules; ids are those of evidence.

    `dropped` counts proposals that the text does not bear out, by the reason.
    """

    document: str
    reader: str
    agrees: tuple[str, ...] = ()
    differs: tuple[Differs, ...] = ()
    adds: tuple[str, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """All that the reading found in one or more documents.

    Events, relations, objects and ways out point by `because` at their entries in `evidence`;
    statements and ``status_quo`` quotes stand in `evidence` alone.
    """

    documents: tuple[Document, ...] = ()
    parties: tuple[Actor, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    objects: tuple[Object, ...] = ()
    changes: tuple[Change, ...] = ()
    ways_out: tuple[WayOut, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[Evidence, ...]:
        """The pieces of evidence that are positions of somebody."""
        return tuple(piece for piece in self.evidence if piece.kind in STATEMENT_KINDS)
