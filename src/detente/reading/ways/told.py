"""What the narrator or an expert thinks would break the deadlock, and bargains in outline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.reading.events.participants import parties, within
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene
from detente.reading.sought import Sought
from detente.reading.syntax import subject
from detente.reading.tables import table
from detente.reading.wording import words

_TABLE: Mapping[str, Any] = table("ways_out")
EXAMPLES: tuple[tuple[str, str], ...] = tuple((text, needs) for text, needs in _TABLE["examples"])
COUNTER_EXAMPLES: tuple[str, ...] = tuple(_TABLE["counter_examples"])


def _sought(pattern: str) -> Sought:
    for word, alternatives in (*_TABLE["words"].items(), *_TABLE["words"].items()):
        pattern = pattern.replace("{" + word + "}", alternatives)
    return Sought(pattern, re.IGNORECASE)


_GOAL = _sought(r"\b{GOAL}\b")
_ANY, _WITH_GOAL = (tuple(map(_sought, _TABLE["patterns"][name])) for name in ("any", "goal"))
_CONDITION = _sought(rf"\b{_TABLE['patterns']['conditions']}\b")
_OUTCOME, _POSSIBLE = (_sought(_TABLE["patterns"][name]) for name in ("outcome", "possible"))
_ATTRIBUTING = words("""
    say hold insist warn tell declare demand maintain vow add state argue announce stress call
    believe think repeat claim threaten explain ask reply answer write note deny suggest""")
_EXPERTS = words("""
    analyst expert observer diplomat ambassador professor scholar researcher historian lawyer
    economist official adviser envoy veteran commentator mediator one engineer people agency
    negotiator""")


@dataclass(frozen=True, slots=True)
class Way:
    """What is needed, the tokens of the sentence that says so, and who proposes it."""

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
    if who.lower_ in {"he", "she", "they"} or who.pos_ == "PROPN":
        return bool(scene.refers(who))  # "they" may be observers
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


def narrated(scene: Scene, sentence: Span) -> Iterator[Way]:
    """The narrator's or an expert's condition on a way out."""
    text = _SAID_WITHIN.sub(" ", _text(scene, sentence))
    if text.rstrip().endswith("?") or _party_says(scene, sentence):
        return
    acts = _party_acts(scene, sentence)
    for part in text.split("; "):
        needs = _said_to_be_needed(part, text) or (None if acts else _condition(part))
        if needs:
            yield Way(needs, sentence.start, sentence.end)


def _said_to_be_needed(text: str, around: str) -> str | None:
    """What a part of a sentence says is needed for what the sentence speaks of."""
    patterns = (*_ANY, *_WITH_GOAL) if _GOAL.search(around) else _ANY
    for pattern in patterns:
        match = pattern.search(text)
        needs = tidy(match["needs"]) if match else ""
        if _NO_NEEDS.match(needs):
            continue
        if " " in needs or (needs and pattern not in _ANY):
            return needs
    return None


_NO_NEEDS = re.compile(  # "could not agree on an agenda", "It would help", "Whether that would do"
    r"not\b|(?:it|this|that|whether (?:it|this|that)|neither|nothing)$", re.IGNORECASE
)


def _condition(text: str) -> str | None:
    """What stands after "unless", "until", "without" where the rest is about a way out."""
    for match in _CONDITION.compiled.finditer(text.lower()):
        if _FEARED.search(text[: match.start()]):
            continue
        needs, rest = _parted(text, match)
        if _GOAL.search(rest.lower()) and _OUTCOME.search(rest.lower()) and len(needs.split()) > 1:
            if match["marker"].lower() in {"before", "once", "if"} and not _POSSIBLE.search(
                rest.lower()
            ):
                continue
            away = match["marker"] in {"as long as", "so long as"}
            return ("not: " if away else "") + tidy(needs)
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


def tidy(needs: str) -> str:
    """The words of what is needed, without who says so before or after them."""
    needs = " ".join(needs.split()).replace(" ,", ",")
    told = _SAID_AFTER.sub("", _SAID_BEFORE.sub("", _SAID_AMID.sub("", needs)))
    return told.strip(' ,;:.—-”"')


_SAID_WITHIN = re.compile(  # "One way out, according to the former envoy, would be"
    r"(?<=\w), (?:according to|in the (?:view|words|opinion) of|(?:says?|said|argues?|suggests?)) "
    r"[^,;]{3,60}, (?=(?:would|could|might|may|will|is|was|lies|goes)\b)"
)
_SAID_BEFORE = re.compile(
    r"^(?:[\w'’ ]{2,40}?(?:, [\w'’. -]{2,40},)?) (?:say|says|said|believes?|believed|thinks?"
    r"|thought|argues?|argued|reckons?)"
    r" (?:that )?(?=\S+ \S+)"
)
_SAID_AFTER = re.compile(
    r",? (?:said|says|say|thinks?|argues?|suggests?|believes?|reckons?)"
    r"(?! (?:that|it|he|she|they|in|there|nothing|no)\b) [^,.]+$"
    r"|, [\w ]{1,30} (?:said|says?|argued?|thinks?|believes?|reckons?)$"
)
_SAID_AMID = re.compile(  # "accept a smaller reform, he said, if the arrears were paid"
    r", [\w’' ]{1,50} (?:said|says?|argued?|thinks?|believes?|reckons?),"
    r"(?= (?:if|provided|as|so)\b)"
)


def planned(scene: Scene, sentence: Span) -> Iterator[Way]:
    """As in "a formula under which …", "pay in exchange for peace": a bargain in outline."""
    text = _text(scene, sentence)
    for pattern in _OUTLINES:
        match = pattern.search(text)
        if match and not _UNDONE.search(text) and not text.rstrip().endswith("?"):
            yield Way(tidy(match["needs"]), sentence.start, sentence.end)
            return


def softened(scene: Scene, sentence: Span) -> Iterator[Way]:
    """As in "could accept a partner, provided it kept control", "has offered to pay half"."""
    text = _text(scene, sentence)
    for pattern in _SOFTENED:
        match = pattern.search(text)
        if match and not _UNDONE.search(text) and not _FEARS.search(match["needs"]):
            yield Way(tidy(match["needs"]), sentence.start, sentence.end)
            return


def named(scene: Scene, sentence: Span) -> Iterator[Way]:
    """As in "the only way to end this is a vote": called so, by a side and in direct speech too."""
    text = _text(scene, sentence)
    for pattern in _NAMED:
        match = pattern.search(text)
        if match and not text.rstrip(" \"”'").endswith("?"):
            yield Way(tidy(match["needs"]), sentence.start, sentence.end)
            return


def bargained(scene: Scene, sentence: Span) -> Iterator[Way]:
    """As in "Take them away and I will open the road": also in direct speech."""
    match = _BARGAINED.search(_text(scene, sentence))
    if match:
        yield Way(tidy(match["needs"]), sentence.start, sentence.end)


_SOFTENED = tuple(map(_sought, _TABLE["patterns"]["softened"]))
_BARGAINED = _sought(_TABLE["patterns"]["bargained"])
_OUTLINES = tuple(map(_sought, _TABLE["patterns"]["outlines"]))
_NAMED = tuple(map(_sought, _TABLE["patterns"]["named"]))
_UNDONE, _FEARS = (_sought(_TABLE["patterns"][name]) for name in ("undone", "feared"))
