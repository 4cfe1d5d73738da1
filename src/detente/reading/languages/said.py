"""What a headline or a plain sentence says, by the cues of its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.dispute.evidence import Condition, Evidence
from detente.reading.languages import conditions, cues, grammar
from detente.reading.languages.conditions import TRIM, Cue
from detente.reading.languages.cues import Verb
from detente.reading.languages.mentions import Mention, ids, mentions
from detente.reading.languages.named import Names
from detente.reading.languages.tables import table

__all__ = ["CONFIDENCE", "LIKELY", "TRIM", "Part", "said"]

CONFIDENCE = 0.5
LIKELY = 0.35  # where a headline has no subject, and only names somebody
_HARMS = {"if": "holds", "unless": "fails"}  # what a threat needs, where it withholds nothing


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document, and where it starts; `terse`: a headline, which leaves out much."""

    start: int
    text: str
    terse: bool = False


def said(part: Part, language: str, names: Names, speaker: tuple[str, ...] = ()) -> Evidence | None:
    """What a part says, where cues and names are plain.

    Parameters
    ----------
    part
        A sentence, or what stands before or after a colon in a headline.
    language
        Of the part.
    names
        Those of the parties.
    speaker
        Whose words they are, where the text has said so.

    Examples
    --------
    >>> names = Names.of("de", [("Polen", "poland"), ("Deutschland", "germany")])
    >>> found = said(Part(0, "Polen verhandelt nur, wenn Deutschland zahlt"), "de", names)
    >>> found.kind, found.holder, found.condition.quote, found.condition.by
    ('precondition', ('poland',), 'Deutschland zahlt', ('germany',))
    >>> said(Part(0, "Polens Forderung wurde von Deutschland abgelehnt."), "de", names).holder
    ('germany',)
    """
    known = grammar.of(language)
    named = mentions(part.text, names, known)
    if not (named or speaker) or known.sport.search(part.text):
        return None
    done = any(mention.acts for mention in named)
    verb = cues.verb(part.text, language, done=done) or _against(part, known, named)
    cue = conditions.find(part.text, language, verb, named, terse=part.terse or bool(speaker))
    if cue is None and verb is None:
        return None
    if speaker and _tells_of_another(part, named, verb, cue, speaker):
        return None
    holder = speaker or _holder(part, language, named, verb, cue)
    holder = holder or (_whose(part, named, verb) if part.terse else ())
    if holder:
        return _evidence(part, named, verb, cue, holder)
    if not part.terse:
        return None
    outside = [mention for mention in named if not (cue and cue.has(mention))]
    likely = _evidence(part, named, verb, cue, ids([*outside, *named][:1]))
    return replace(likely, confidence=LIKELY)


def _whose(part: Part, named: Sequence[Mention], verb: Verb | None) -> tuple[str, ...]:
    """Whose refusal it is that a noun tells of: "Отказ Венгрии", "Refuzul Ungariei"."""
    if verb is None or verb.kind != "refusal":
        return ()
    return ids(
        [m for m in named if m.start > verb.end and not part.text[verb.end : m.start].strip()]
    )


def _tells_of_another(
    part: Part,
    named: Sequence[Mention],
    verb: Verb | None,
    cue: Cue | None,
    speaker: tuple[str, ...],
) -> bool:
    """Whether it is somebody else who asks or refuses there: "Moscow: Kyiv refuses to talk"."""
    if verb is None or (cue and (verb.kind == "refusal" or cue.has_at(verb.start))):
        return False
    return any(
        mention.free
        and mention.id not in speaker
        and not part.text[mention.end : verb.start].strip()
        for mention in named
        if mention.end <= verb.start
    )


def _against(part: Part, known: grammar.Grammar, named: Sequence[Mention]) -> Verb | None:
    """A headline without a verb, "Paris contre l'adhésion"; not "Paris contre Rabat", a match."""
    first = named[0] if part.terse and named and named[0].free else None
    match = first and known.against.match(part.text, first.end)
    if not (first and match) or part.text[: first.start].strip(TRIM):
        return None
    versus = any(mention.start == match.end() for mention in named)
    return None if versus else Verb("refusal", match.start(), match.end())


def _holder(
    part: Part, language: str, named: Sequence[Mention], verb: Verb | None, cue: Cue | None
) -> tuple[str, ...]:
    """Whose position it is: whoever does what is done, the subject, or who is told to say it."""
    if verb and verb.passive and not (cue and cue.has_at(verb.start)):
        return ids([mention for mention in named if mention.acts][:1])
    outside = [mention for mention in named if not (cue and cue.has(mention))]
    free = [mention for mention in outside if mention.free]
    subject = _subject(part.text, language, free, verb)
    if subject:
        return _with_others(part.text, language, free, subject)
    speaks = [mention for mention in outside if mention.speaks]
    return ids(speaks[:1])


def _subject(
    text: str, language: str, free: Sequence[Mention], verb: Verb | None
) -> Mention | None:
    """The first in the clause of the verb, else the first behind it; without one the first of all.

    Where somebody is told to say it, the subject is in what is said, if anybody is.
    """
    known = grammar.of(language)
    until = len(text) if verb is None else verb.start
    that = [match.end() for match in known.that.finditer(text, 0, until)]
    silent = [m for m in free if not m.speaks or any(end <= m.start for end in that)] or list(free)
    if verb is None:
        return silent[0] if silent else None
    clause = max((match.end() for match in known.but.finditer(text, 0, until)), default=0)
    before = [mention for mention in silent if mention.end <= verb.start]
    before = [mention for mention in before if mention.start >= clause] or before[-1:]
    behind = [mention for mention in silent if mention.start >= verb.start]
    verb_first = table(language).get("verb_first")
    if before and not text[before[-1].end : verb.start].strip():
        return before[-1] if verb_first else before[0]
    if verb_first and behind and not text[verb.end : behind[0].start].strip():
        return behind[0]
    if verb.kind not in table(language).get("inverted", "").split():
        behind = []
    return next(iter(before or behind), None)


def _with_others(
    text: str, language: str, free: Sequence[Mention], subject: Mention
) -> tuple[str, ...]:
    """A subject with those that are joined to it: "Japan and South Korea"."""
    joined = grammar.of(language).joined
    found = [subject]
    for mention in reversed([m for m in free if m.end <= subject.start]):
        if not joined.fullmatch(text, mention.end, found[0].start):
            break
        found.insert(0, mention)
    return ids(found)


def _evidence(
    part: Part,
    named: Sequence[Mention],
    verb: Verb | None,
    cue: Cue | None,
    holder: tuple[str, ...],
) -> Evidence:
    others = ids([m for m in named if m.id not in holder and not m.place])
    condition = _condition(part, named, cue, holder, others) if cue else None
    kind = verb.kind if verb else "claim"
    threatens = kind == "threat" and cue is not None and cue.need == _HARMS.get(cue.sort)
    lead = len(part.text) - len(part.text.lstrip())
    return Evidence(
        id="",
        document="",
        quote=part.text.strip(),
        start=part.start + lead,
        end=part.start + len(part.text.rstrip()),
        kind="precondition" if condition and not threatens else kind,
        holder=holder,
        addressee=others or (condition.by if condition else ()),
        condition=condition,
        confidence=CONFIDENCE,
    )


def _condition(
    part: Part,
    named: Sequence[Mention],
    cue: Cue,
    holder: tuple[str, ...],
    others: tuple[str, ...],
) -> Condition:
    """The condition; whoever is its subject must bring it about, else who is named in it."""
    inside = [m for m in named if cue.has(m) and m.id not in holder]
    inside = [m for m in inside if not m.place] or inside
    by = ids([m for m in inside if m.free][:1] or inside) or others[:1]
    start, end = part.start + cue.start, part.start + cue.end
    return Condition(part.text[cue.start : cue.end], start, end, cue.marker, by, cue.need)
