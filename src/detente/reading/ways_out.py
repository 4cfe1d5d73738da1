"""What would break the deadlock, as the narrator, an expert or a go-between has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from detente.dispute.evidence import Evidence, WayOut
from detente.reading import relations
from detente.reading.arguments import conjoined
from detente.reading.factuality import REAL, reality
from detente.reading.participants import parties, within
from detente.reading.quotations import find as quotations
from detente.reading.scene import Scene
from detente.reading.syntax import subject
from detente.reading.wording import words

EXAMPLES = (  # (text, what is needed)
    ("Nothing will move until the boats leave.", "the boats leave"),
    ("There will be no settlement unless both sides give ground.", "both sides give ground"),
    ("A neutral audit could break the deadlock.", "A neutral audit"),
    ("A solution will depend on mutual concessions.", "mutual concessions"),
    ("What would help is a joint count.", "a joint count"),
    ("Trust will be essential for ending the impasse.", "Trust"),
    ("Only a package in which both happen at once is likely to work.",
     "a package in which both happen at once"),
    ("Without a gesture from one side nothing will move.", "a gesture from one side"),
    ("As long as each side counts its own fish, there will be no agreement.",
     "not: each side counts its own fish"),
)  # fmt: skip
COUNTER_EXAMPLES = (
    "Qatar will not talk until the boats leave.",
    "Qatar said there would be no settlement unless Greece paid.",
    "The ferry will sail unless it rains.",
    "Only two ships call there.",
    "She asked if the talks would go on.",
    "The talks ended without result.",
    "Until last year the port was open.",
)

_GOAL = re.compile(
    r"\b(?:settlement|solution|resolution|agreement|deal|peace|compromise|accord|breakthrough"
    r"|truce"
    r"|treaty|progress|way forward|way out|deadlock|impasse|standstill|stalemate|knot|logjam"
    r"|dispute"
    r"|conflict|crisis|row|nothing|none|talks|negotiations|prospects?|both|neither|normalis\w*"
    r"|arithmetic|tension\w*|escalat\w*|war|blockade|arrests|ceasefire|pause|thaw|reconcil\w*)\b"
)
_CONDITION = re.compile(
    r"\b(?P<marker>unless|until|only if|only when|only once|once|provided(?: that)?|if|before"
    r"|as long as"
    r"|so long as|without)\b"
)
_NEEDS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"^(?:however, |but )?(?:this|that|it) (?:will|would) (?:also |still )?(?:require"
            r"|need|take) "
            r"(?P<needs>[^.]+)"
        ),
        (
            r"\bwhat (?:is|would be) (?:needed|required|missing|lacking)(?: now| here"
            r"| most)? is (?P<needs>[^.]+)"
        ),
        (
            r"\bwhat (?:would|might|could) (?:help|work|break it|unblock \w+)(?: now| here"
            r"| most)? is (?P<needs>[^.]+)"
        ),
        (
            r"^(?P<needs>[^.]*?),? (?:tempered[^,]*, )?(?:will|would|is|are|may"
            r"|might) (?:be )?(?:essential|needed|necessary"
            r"|indispensable|vital|crucial|key|required) (?:for|to|in) (?:\w+ ){0,2}(?:break"
            r"|end|resolv|settl|unblock"
            r"|unlock|overcom|peace|a (?:solution|settlement|deal|resolution|compromise))"
        ),
        (
            r"\b(?:will|would|may|might|must|could)? ?(?:likely |largely |probably "
            r"|ultimately )?(?:depends?|hinges?|hangs?|rests?"
            r"|turns?) (?:largely |heavily |ultimately )?(?:up)?on (?P<needs>[^.]+)"
        ),
        r"\b(?:will|would) (?:also |still )?(?:require|need|take|call for) (?P<needs>[^.]+)",
        (
            r"^(?P<needs>[^.]*?),? (?:\w+ (?:suggests?|says?|believes?|thinks?"
            r"|argues?),? )?(?:could|might|may|would) "
            r"(?:\w+ ){0,2}(?:break|unblock|unlock|end|cut|open|defuse|resolve|settle|allow both|"
            r"help both|give both|let both|pave|offer a way)\b"
        ),
        (
            r"\bonly (?P<needs>(?:a|an|the|once|when|if) [^.]*?) (?:is likely to|will|would"
            r"|can|could|might) (?:\w+ )?(?:work|break|end"
            r"|settle|resolve|help|bring|turn|unblock|the )"
        ),
        r"\bkey to (?:\w+ ){1,3}(?:lies in|is) (?P<needs>[^.]+)",
        (
            r"\b(?:sees?|regards?|calls?) (?P<needs>[^.]+) (?:as )?the (?:only|best) way (?:out"
            r"|forward)"
        ),
        (
            r"\b(?:someone|somebody|one (?:side|of them|of the two)) (?:will have to|would have to"
            r"|must|has to) (?P<needs>[^.]+)"
        ),
    )
)
_ATTRIBUTING = words("""say insist warn tell declare demand maintain vow add state argue
    announce stress call believe
    think repeat claim threaten explain ask reply answer write note deny suggest""")
_EXPERTS = words("""analyst expert observer diplomat ambassador professor scholar researcher
    historian lawyer
    economist official adviser envoy veteran commentator mediator one engineer people agency
    negotiator""")
_PROPOSING = frozenset({"propose", "suggest", "offer", "recommend", "float", "table", "present"})
_MEDIATORS = frozenset({"mediator", "envoy", "go-between", "intermediary", "facilitator", "broker"})


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
            if who.lemma_.lower() in _EXPERTS and not within(scene, who):
                continue
            if who.pos_ in {"PRON", "PROPN"} or within(scene, who):
                return True
    return False


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
    text = _text(scene, sentence)
    if text.rstrip().endswith("?") or _party_says(scene, sentence):
        return
    needs = _said_to_be_needed(text) or (None if _party_acts(scene, sentence) else _condition(text))
    if needs:
        yield _Way(needs, sentence.start, sentence.end)


def _said_to_be_needed(text: str) -> str | None:
    for pattern in _NEEDS:
        match = pattern.search(text)
        if match and (_GOAL.search(text.lower()) or pattern in _NEEDS[:3] or pattern is _NEEDS[-1]):
            needs = _tidy(match["needs"])
            return needs if " " in needs or pattern is not _NEEDS[1] else None
    return None


def _condition(text: str) -> str | None:
    """What stands after "unless", "until", "without" where the rest is about a way out."""
    for match in _CONDITION.finditer(text.lower()):
        needs, rest = _parted(text, match)
        if _GOAL.search(rest.lower()) and _OUTCOME.search(rest.lower()) and len(needs.split()) > 1:
            if match["marker"] in {"before", "once", "if"} and not _POSSIBLE.search(rest.lower()):
                continue
            away = match["marker"] in {"as long as", "so long as"}
            return ("not: " if away else "") + _tidy(needs)
    return None


_OUTCOME = re.compile(
    r"\b(?:will|would|can|cannot|could|may|might|possible|impossible|is likely|are likely"
    r"|was likely|is unlikely|remains?|stays?|is worth"
    r"|can't|won't|there is no|no)\b"
)
_POSSIBLE = re.compile(r"\b(?:could|might|likely|unlikely|may|will|would|can|cannot)\b")


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


_MAIN = re.compile(
    r"\b(?:nothing|neither|there (?:will|can|is)|none|no (?:deal|agreement|settlement)"
    r"|will (?:the|there))\b"
)


def _comma(after: str) -> int:
    """The comma that closes a fronted clause: the last one before an outcome."""
    commas = [m.start() for m in re.finditer(",", after)]
    closing = [at for at in commas if _OUTCOME.search(after[at:].lower())]
    return closing[-1] if closing else commas[-1]


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(' ,;:.—-”"')


def _mediators(scene: Scene) -> frozenset[str]:
    told = {r.source for r, _ in relations.find(scene) if r.kind == "mediates"}
    named = {
        getattr(party, "id", "")
        for party in scene.parties
        if getattr(party, "role", None) == "mediator"
    }
    return frozenset(told | named)


def _proposed(scene: Scene, sentence: Span, mediators: frozenset[str]) -> Iterator[_Way]:
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
        between = bool(words & {"mediate", "mediation", "host", "together", "arbitrate"})
        if not (between or set(sources) & mediators or who.lemma_.lower() in _MEDIATORS):
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
    spoken = [quote for quote in quotations(scene.document.text) if quote.whole]
    mediators = _mediators(scene)
    found: list[_Way] = []
    for sentence in scene.sentences:
        if head[0] <= sentence.start_char < head[1]:
            continue
        if any(q.start - 2 <= sentence.start_char < q.end for q in spoken):
            continue
        found += [*_proposed(scene, sentence, mediators), *_narrated(scene, sentence)][:1]
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
