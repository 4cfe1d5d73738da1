"""What would break the deadlock, as the narrator, an expert or a go-between has it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.dispute.evidence import Evidence, WayOut
from detente.reading import relations
from detente.reading.arguments import conjoined
from detente.reading.events.participants import parties, within
from detente.reading.factuality import REAL, reality
from detente.reading.parsed import Span, Token
from detente.reading.parties.gazetteer import table
from detente.reading.quotations import find as quotations
from detente.reading.scene import Scene
from detente.reading.syntax import subject
from detente.reading.wording import Spans, words

_TABLE: Mapping[str, Any] = table("ways_out")
EXAMPLES: tuple[tuple[str, str], ...] = tuple((text, needs) for text, needs in _TABLE["examples"])
COUNTER_EXAMPLES: tuple[str, ...] = tuple(_TABLE["counter_examples"])


def _compiled(pattern: str) -> re.Pattern[str]:
    for word, alternatives in (*_TABLE["words"].items(), *_TABLE["words"].items()):
        pattern = pattern.replace("{" + word + "}", alternatives)
    return re.compile(pattern, re.IGNORECASE)


_GOAL = _compiled(r"\b{GOAL}\b")
_ANY, _WITH_GOAL = (tuple(map(_compiled, _TABLE["patterns"][name])) for name in ("any", "goal"))
_CONDITION = _compiled(rf"\b{_TABLE['patterns']['conditions']}\b")
_OUTCOME, _POSSIBLE = (_compiled(_TABLE["patterns"][name]) for name in ("outcome", "possible"))
_ATTRIBUTING = words("""
    say hold insist warn tell declare demand maintain vow add state argue announce stress call
    believe think repeat claim threaten explain ask reply answer write note deny suggest""")
_EXPERTS = words("""
    analyst expert observer diplomat ambassador professor scholar researcher historian lawyer
    economist official adviser envoy veteran commentator mediator one engineer people agency
    negotiator""")
_PROPOSING = words("propose suggest offer recommend float table present circulate moot outline")
_MEDIATORS = words("""
    mediator envoy go-between intermediary facilitator broker chair chairwoman arbiter
    conciliator ombudsman observer""")
_BETWEEN = words("""
    mediate mediation host together arbitrate arbitration halfway compromise venue talks talk chair
    meeting summit
    office services observer monitor conciliation""")
_LEADING = 2  # the most named are the sides: what they propose is a position


@dataclass(frozen=True, slots=True)
class _Way:
    needs: str
    first: int
    end: int
    by: str | None = None


def _party_says(scene: Scene, sentence: Span) -> bool:
    """Whether a party, or its spokesperson, voices the sentence."""
    for verb in sentence:
        clear = verb.lemma_ == "make" and any(c.lower_ == "clear" for c in verb.children)
        if clear or (verb.lemma_ in _ATTRIBUTING and verb.pos_ == "VERB"):
            who = subject(verb)
            if who is None or who.lower_ == "i":
                continue
            if _is_expert(who) or (who.lemma_.lower() in _EXPERTS and not within(scene, who)):
                continue
            if _is_a_side(scene, who):
                return True
    return False


def _is_a_side(scene: Scene, who: Token) -> bool:
    """Whether it is a party to the dispute that is named, and no expert or go-between."""
    named = scene.by_id.get(scene.actor(who) or "")
    if named is not None and named.role in _APART:
        return False
    if who.lower_ in {"he", "she"} or who.pos_ == "PROPN":
        return bool(scene.refers(who))
    return who.pos_ == "PRON" or who.lemma_.lower() in _VOICES or bool(within(scene, who))


def _is_expert(who: Token) -> bool:
    """An expert by trade, or one who was something once: "X, a former minister"."""
    if who.lemma_.lower() in _BYSTANDERS:
        return True
    titles = [child for child in who.children if child.dep_ in {"appos", "compound"}]
    return any(
        title.lemma_.lower() in _BYSTANDERS
        or any(c.lower_ in {"former", "retired", "veteran", "ex"} for c in title.children)
        for title in [who, *titles]
    )


_VOICES = words("""
    union government company ministry management minister spokesman spokeswoman spokesperson
    army president premier party rebel employer firm""")
_BYSTANDERS = words("""
    analyst expert observer professor scholar researcher historian lawyer economist
    commentator insider academic watcher veteran sociologist geologist""")
_APART = frozenset({"expert", "mediator", "context"})


def _party_acts(scene: Scene, sentence: Span) -> bool:
    """Whether a party by itself is the subject of the main clause."""
    who = subject(sentence.root)
    if any(child.lower_ in {"could", "might"} for child in sentence.root.children):
        return False  # "if …, both could claim to have won": the narrator's thought
    return who is not None and (bool(parties(scene, who)) or who.lower_ in _PERSONAL)


_PERSONAL = frozenset({"he", "she", "we", "i", "you"})


def _text(scene: Scene, sentence: Span) -> str:
    """The sentence, one character a character, curly apostrophes made straight."""
    raw = scene.document.text[sentence.start_char : sentence.end_char]
    return raw.replace("’", "'").replace("\n", " ")


def _narrated(scene: Scene, sentence: Span) -> Iterator[_Way]:
    """The narrator's or an expert's condition on a way out."""
    text = _SAID_WITHIN.sub(" ", _text(scene, sentence))
    if text.rstrip().endswith("?") or _party_says(scene, sentence):
        return
    needs = _said_to_be_needed(text) or (None if _party_acts(scene, sentence) else _condition(text))
    if needs:
        yield _Way(needs, sentence.start, sentence.end)


def _said_to_be_needed(text: str) -> str | None:
    patterns = (*_ANY, *_WITH_GOAL) if _GOAL.search(text) else _ANY
    for pattern in patterns:
        match = pattern.search(text)
        needs = _tidy(match["needs"]) if match else ""
        if " " in needs or (needs and pattern not in _ANY):
            return needs
    return None


def _condition(text: str) -> str | None:
    """What stands after "unless", "until", "without" where the rest is about a way out."""
    for match in _CONDITION.finditer(text.lower()):
        if _FEARED.search(text[: match.start()]):
            continue
        needs, rest = _parted(text, match)
        if _GOAL.search(rest.lower()) and _OUTCOME.search(rest.lower()) and len(needs.split()) > 1:
            if match["marker"].lower() in {"before", "once", "if"} and not _POSSIBLE.search(
                rest.lower()
            ):
                continue
            away = match["marker"] in {"as long as", "so long as"}
            return ("not: " if away else "") + _tidy(needs)
    return None


def _parted(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The condition's words, and the rest of the sentence."""
    after = text[match.end() :]
    fronted = match.start() < len("Even ") + 1 or text[: match.start()].rstrip().endswith(
        (",", ";", ":", "But", "And")
    )
    if fronted and "," in after:
        cut = _comma(after)
        return after[:cut], text[: match.start()] + after[cut + 1 :]
    if fronted:
        main = _MAIN.search(after)
        if main:
            return after[: main.start()], after[main.start() :]
    return after, text[: match.start()]


_FEARED = re.compile(r"\b(?:fear|worr|dread)\w*(?: that)? *$", re.IGNORECASE)
_MAIN = re.compile(
    r"\b(?:nothing|neither|there (?:will|can|is)|none|no (?:deal|agreement|settlement)"
    r"|will (?:the|there))\b"
)


def _comma(after: str) -> int:
    """The comma that closes a fronted clause: the last one before an outcome."""
    commas = [m.start() for m in re.finditer(",", after)]
    closing = [at for at in commas if _OUTCOME.search(after[at:].lower())]
    return closing[-1] if closing else commas[-1]


def _tidy(needs: str) -> str:
    """The words of what is needed, without who says so before or after them."""
    told = _SAID_AFTER.sub("", _SAID_BEFORE.sub("", " ".join(needs.split())))
    return told.strip(' ,;:.—-”"')


_SAID_WITHIN = re.compile(  # "One way out, according to the former envoy, would be"
    r"(?<=\w), (?:according to|in the (?:view|words|opinion) of|(?:says?|said|argues?|suggests?)) "
    r"[^,;]{3,60}, (?=(?:would|could|might|may|will|is|was|lies|goes)\b)"
)
_SAID_BEFORE = re.compile(
    r"^(?:[\w'’ ]{2,40}?) (?:say|says|said|believes?|believed|thinks?|thought|argues?"
    r"|argued|reckons?)"
    r" (?:that )?(?=\S+ \S+)"
)
_SAID_AFTER = re.compile(
    r",? (?:said|says|say|thinks?|argues?|suggests?|believes?|reckons?) [^,.]+$"
    r"|, [\w ]{1,30} (?:said|says?|argued?|thinks?|believes?|reckons?)$"
)


def _mediators(scene: Scene) -> frozenset[str]:
    told = {r.source for r, _ in relations.find(scene) if r.kind == "mediates"}
    named = {
        getattr(party, "id", "")
        for party in scene.parties
        if getattr(party, "role", None) == "mediator"
    }
    return frozenset(told | named)


def _sides(scene: Scene) -> frozenset[str]:
    """The two that the text names most."""
    named = Counter(
        party
        for token in scene.doc
        if token.pos_ in {"PROPN", "NOUN", "ADJ"}
        for party in scene.refers(token)
    )
    return frozenset(party for party, _ in named.most_common(_LEADING))


def _proposed(
    scene: Scene, sentence: Span, mediators: frozenset[str], sides: frozenset[str]
) -> Iterator[_Way]:
    """A go-between's proposal, or any third party's offer to go between."""
    for verb in sentence:
        if verb.lemma_ not in _PROPOSING or verb.pos_ != "VERB" or reality(verb) != REAL:
            continue
        who = subject(verb)
        if who is None:
            continue
        sources = [p for each in conjoined(who) for p in scene.refers(each)]
        what = [t for child in verb.children if child.dep_ in _WHAT for t in child.subtree]
        if not what:
            continue
        words = {t.lemma_.lower() for t in what}
        apart = set(sources) & mediators or who.lemma_.lower() in _MEDIATORS
        third = verb.lemma_ != "offer" and sources and not set(sources) & sides
        if not (apart or third or (words & _BETWEEN and not set(sources) & sides)):
            continue
        first, last = min(t.i for t in what), max(t.i for t in what)
        yield _Way(
            _tidy(scene.quote(scene.doc[first], scene.doc[last])[2]), sentence.start, sentence.end,
            sources[0] if sources else None,
        )  # fmt: skip
        return


_WHAT = frozenset({"dobj", "ccomp", "xcomp", "pcomp"})


def ways_out(scene: Scene) -> list[tuple[WayOut, Evidence]]:
    """What would break the deadlock, each with its quote and who proposes it, in text order.

    Examples
    --------
    >>> from detente.dispute.evidence import Document
    >>> from detente.reading.scene import build
    >>> text = "Nothing will move until the boats leave."
    >>> [way.needs for way, _ in ways_out(build(Document("d1", text=text)))]
    ['the boats leave']
    """
    head = scene.document.headline or (0, 0)
    spoken = Spans((q.start - 2, q.end) for q in quotations(scene.document.text) if q.whole)
    mediators, sides = _mediators(scene), _sides(scene)
    found: list[_Way] = []
    for sentence in scene.sentences:
        if head[0] <= sentence.start_char < head[1]:
            continue
        if sentence.start_char in spoken:
            continue
        found += [*_proposed(scene, sentence, mediators, sides), *_narrated(scene, sentence)][:1]
    return [_entry(scene, way, f"w{at}") for at, way in enumerate(found, 1)]


def _entry(scene: Scene, way: _Way, name: str) -> tuple[WayOut, Evidence]:
    end = way.end
    tokens: tuple[Token, ...] = tuple(scene.doc[way.first : end])
    while tokens and tokens[-1].is_space:
        tokens, end = tokens[:-1], end - 1
    start, stop, quote = scene.quote(scene.doc[way.first], scene.doc[end - 1])
    holder = (way.by,) if way.by else ()
    evidence = Evidence(
        name, scene.document.id, quote, start, stop, "way_out", holder, about=way.needs
    )
    return WayOut(way.needs, way.by, (name,)), evidence
