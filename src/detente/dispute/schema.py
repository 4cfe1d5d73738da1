"""The dispute file's schema, format 1: the one source of the loader's checks and the JSON Schema.

All leaves arrive as text (see `nodes`); what a text means is said here, field by field.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
)

from detente.dispute.evidence import (
    CHANGE_SORTS,
    EVENT_KINDS,
    EVIDENCE_KINDS,
    OBJECT_TYPES,
    RELATION_KINDS,
)
from detente.dispute.leaves import (
    Cost,
    Format,
    FormulaText,
    Identifier,
    Names,
    Place,
    Reserved,
    Share,
    ShortForm,
    Text,
    Title,
    Truth,
    one_of,
)
from detente.dispute.model import CAN, PARTY_TYPES, ROLES


class Section(BaseModel):
    """A mapping with known keys; an unknown one is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Option(Section):
    """What this party can do: yes or no, its own choice alone."""

    label: Text | None = None
    status_quo: Truth = False
    can: Annotated[str, one_of(CAN)] = "both"
    commit_cost: Cost = Fraction(1)
    because: Names = []


class LongWant(Section):
    """A preference statement, with its evidence and what giving it up is taken to cost."""

    want: FormulaText
    because: Names = []
    assumed: Truth = False
    cost: Cost = Fraction(1)
    note: Text | None = None


Want = Annotated[LongWant, ShortForm("want")]


class Group(Section):
    """Wants that follow the earlier ones, in an order that nobody knows."""

    any_order: list[Want] = Field(alias="any order")


def _which(value: Any) -> str:
    return "any order" if isinstance(value, dict) and "any order" in value else "want"


Entry = Annotated[
    Annotated[Group, Tag("any order")] | Annotated[Want, Tag("want")], Discriminator(_which)
]


class Party(Section):
    """Whose choices could change the dispute, or who matters to it."""

    name: Text | None = None
    type: Annotated[str, one_of(PARTY_TYPES)] | None = None
    role: Annotated[str, one_of(ROLES)] | None = None
    speaks_for: Text | None = None
    aliases: Names = []
    because: Names = []
    options: dict[Identifier, Option | None] | None = None
    wants: list[Entry] | None = None
    ranking: list[Names] | None = None


class LongResolution(Section):
    """The states that would count as settled."""

    want: FormulaText
    because: Names = []
    assumed: Truth = False


class LongInfeasible(Section):
    """States that satisfy this cannot happen."""

    when: FormulaText
    because: Names = []


class Condition(Section):
    """What a precondition or a threat depends on."""

    quote: Text
    at: Place | None = None
    marker: Text | None = None
    by: Names = []
    need: Annotated[str, one_of(("holds", "fails"))] = "holds"


class Evidence(Section):
    """A quote with its place, half-open, in Unicode code points of the document's text."""

    document: Text
    quote: Text
    at: Place
    kind: Annotated[str, one_of(EVIDENCE_KINDS)]
    holder: Names = []
    speaker: Text | None = None
    addressee: Names = []
    about: Text | None = None
    condition: Condition | None = None
    date: Text | None = None
    confidence: Share | None = None
    read_by: Text | None = None


class Document(Section):
    """An article that was read."""

    title: Text | None = None
    file: Text | None = None
    source: Text | None = None
    language: Text | None = None
    published: Text | None = None
    author: Text | None = None
    sha256: Text | None = None


class Event(Section):
    """Something that happened, for the timeline."""

    date: Text | None = None
    kind: Annotated[str, one_of(EVENT_KINDS)]
    actor: Names = []
    target: Names = []
    what: Text | None = None
    because: Names = []


class Relation(Section):
    """Context that is no choice of the moment."""

    kind: Annotated[str, one_of(RELATION_KINDS)]
    source: Text
    target: Text | None = None
    since: Text | None = None
    because: Names = []


class Object(Section):
    """What is contested."""

    name: Title
    type: Annotated[str, one_of(OBJECT_TYPES)] = "other"
    because: Names = []


class Change(Section):
    """A holder's position that changed, or contradicts itself."""

    holder: Text
    earlier: Text
    later: Text
    sort: Annotated[str, one_of(CHANGE_SORTS)]


class WayOut(Section):
    """What would break the deadlock, as the coverage has it."""

    needs: Title
    proposed_by: Text | None = None
    formula: FormulaText | None = None
    because: Names = []


class LeftOut(Section):
    """What the coverage has and the model does not."""

    what: Title
    why: Text | None = None
    because: Names = []


class File(Section):
    """A dispute: parties, what each can do and wants, and the evidence for it."""

    detente: Format
    title: Title
    resolution: Annotated[LongResolution, ShortForm("want")] | None = None
    look_first: Names = []
    parties: dict[Identifier, Party | None] = Field(min_length=1)
    infeasible: list[Annotated[LongInfeasible, ShortForm("when")]] | None = None
    evidence: dict[str, Evidence] | None = None
    documents: dict[str, Document] | None = None
    events: list[Event] | None = None
    relations: list[Relation] | None = None
    objects: list[Object] | None = None
    changes: list[Change] | None = None
    ways_out: list[WayOut] | None = None
    left_out: list[LeftOut] | None = None
    views: Reserved = None


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the dispute file, for editors to complete and check.

    Examples
    --------
    >>> sorted(json_schema()["required"])
    ['detente', 'parties', 'title']
    """
    schema = File.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
