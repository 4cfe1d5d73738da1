"""What somebody says that it will do, or goes on doing."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Example, Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns._answers import answered
from detente.reading.patterns._framed import framed
from detente.reading.patterns._opponents import has_a_stake
from detente.reading.patterns._to_come import (
    INERT,
    is_said_to_stay,
    is_to_come,
    is_under_way,
    is_willed,
)
from detente.reading.wording import words

KIND = "intent"

EXAMPLES = (
    Example("Norland leaves the joint board with Sudmark, its ministry announced.", "norland"),
    Example("Norland's aim is to join the union, Sudmark notes.", "norland"),
    Example("Norland said it would take part in the vote in Sudmark.", "norland"),
    Example("Norland has let Sudmark know that the pump will stop at midnight.", "norland"),
    Example("Construction goes on, Norland told Sudmark.", "norland"),
    Example('"The dam is going ahead," Norland\'s minister told Sudmark.', "norland"),
    Example("Norland has decided to build a second dam on Sudmark's border.", "norland"),
    Example("Norland vowed to go on inspecting Sudmark's trawlers.", "norland"),
    Example("Sudmark said that it would build the dam.", "sudmark"),
    Example("Sudmark is committed to finishing the wall, Norland says.", "sudmark"),
    Example("Norland pledged to defend its fishermen against Sudmark.", "norland"),
    Example("The trawlers of Norland would be seized, Sudmark said. Sudmark was angry.", "sudmark"),
    Example("Sudmark is pressing ahead with the dam, to the anger of Norland.", "sudmark"),
    Example(
        "Sudmark's response to Norland included harsh words and a commitment to holding the isle.",
        "sudmark",
    ),
    Example(
        "Norland will send observers to Sudmark's border. Norland and Sudmark are at odds.",
        "norland",
    ),
    Example("Norland wants to strengthen the dam that it shares with Sudmark.", "norland"),
    Example("Norland announced that it would file a complaint against Sudmark.", "norland"),
    Example("Norland pledged to build a clinic for Sudmark.", "norland"),
    Example("Norland and Sudmark met. Norland undertook to respect the ruling.", "norland"),
    Example("Norland guarantees that no water will be taken from Sudmark.", "norland"),
)
COUNTER_EXAMPLES = (
    "“We continue to think that Sudmark's map is wrong,” Norland said.",
    "Norland plans were found in Sudmark.",
    "Norland did not promise to help Sudmark.",
    "Under a treaty of 1973, Norland is to deliver water to Sudmark.",
    "Sudmark never saw the maps that Norland had promised to send.",
    "As Norland and Sudmark continue to talk past each other, the road to peace is long.",
    "It would take a miracle to bring Sudmark back, Norland's minister said.",
)

_HOLDING_ON = frozenset({"persist in", "stand by", "cling to", "stick to", "adhere to"})
_VERBS = frozenset(
    {"vow", "pledge", "promise", "plan", "intend", "commit", "undertake", "resolve", "swear",
     "continue", "keep", "determine", "decide", "aim", "commit to", *_HOLDING_ON}
)  # fmt: skip
_RESOLVED = frozenset({"determined", "committed", "resolved", "set", "bound"})


def find(telling: Telling) -> Iterator[Finding]:
    """All intentions."""
    yield from framed(telling, KIND)
    yield from answered(telling, KIND)
    yield from _headlined(telling)
    for verb, key in cues.verbs(telling, _VERBS):
        if not is_negated(verb) and _completed(verb, key):
            yield from cues.finding(telling, KIND, verb, confidence=0.75)
    for verb in cues.clauses(telling):
        if cues.is_aside(telling, verb):
            continue
        if _voted(verb):
            yield from cues.finding(telling, KIND, verb, confidence=0.65)
        elif _will_never(telling, verb):
            holder = telling.voice(verb).holder
            yield from cues.finding(telling, KIND, verb, holder=holder, confidence=0.7)
        elif _is_meant(telling, verb):
            yield from cues.finding(telling, KIND, verb, confidence=0.7)
        elif is_to_come(telling, verb) or is_under_way(telling, verb):
            holder = telling.voice(verb).holder
            yield from cues.finding(telling, KIND, verb, holder=holder, confidence=0.6)


def _headlined(telling: Telling) -> Iterator[Finding]:
    """As in the headline "Norland to build second bridge"."""
    for sentence in telling.scene.sentences:
        verb = sentence.root
        doer = syntax.first(verb, "nsubj") if verb.tag_ == "VB" else None
        bare = doer is not None and any(
            c.lower_ == "to" and c.i == doer.right_edge.i + 1 for c in syntax.children(verb, "aux")
        )
        told = doer is None or any(t.pos_ in {"VERB", "AUX"} for t in doer.subtree)
        if not bare or told or verb.lemma_ in INERT | _MEETING or syntax.is_passive(verb):
            continue
        holder = telling.who(doer)
        if any(has_a_stake(telling, party) for party in holder):
            yield from cues.finding(telling, KIND, verb, holder=holder, confidence=0.7)


def _completed(verb: Token, key: str) -> bool:
    if key in _HOLDING_ON:
        return not _is_of_words(verb)
    if key in {"continue", "keep"} and _is_scenery(verb):
        return False
    if key == "decide" and any(c.lower_ in {"has", "have"} for c in syntax.children(verb, "aux")):
        return syntax.first(verb, "xcomp") is not None
    if key in {"continue", "keep", "decide", "aim"}:
        to = syntax.first(verb, "xcomp")
        return key == "continue" and to is not None and to.lemma_ not in _HELD
    if verb.dep_ == "amod":
        return False
    return any(True for _ in syntax.children(verb, "xcomp", "ccomp", "prep"))


_HELD = words("think believe hold say maintain claim argue regard consider see view feel hope")


def _is_of_words(verb: Token) -> bool:
    """As in "stood by its figures", "sticks to its account": a claim."""
    return any(
        noun.lemma_.lower() in _WORDED
        for preposition in syntax.children(verb, "prep")
        for noun in syntax.children(preposition, "pobj")
    )


_WORDED = words(
    "warning figure account version statement report claim number finding treaty assessment story "
    "remark comment word allegation estimate"
)


def _is_scenery(verb: Token) -> bool:
    """As in "As both continue to ..., the road is long": what the narrator sets the scene with."""
    return verb.dep_ == "advcl" and any(
        child.dep_ == "mark" and child.lower_ in {"as", "while"} for child in verb.children
    )


def _wills(telling: Telling, verb: Token) -> bool:
    if not is_willed(verb):
        return False
    if verb.lemma_ in INERT or verb.dep_ == "acl" or syntax.is_passive(verb):
        return False
    if is_said_to_stay(verb):
        return False
    if any(child.lower_ in {"sooner", "rather"} for child in syntax.children(verb, "advmod")):
        return False
    voice, doer = telling.voice(verb), telling.holder(verb)
    if voice.is_narrator and syntax.modal(verb) == "will":
        return _is_announced(telling, verb, doer or telling.doer(verb))
    return bool(doer) and bool(set(doer) & set(voice.holder))


def _is_announced(telling: Telling, verb: Token, doer: tuple[str, ...]) -> bool:
    """As in "Norland will send observers": what a party is to do, told as a fact."""
    subject = telling.subject(verb)
    named = subject is not None and subject.pos_ in {"PROPN", "NOUN"} and len(doer) == 1
    main = verb.dep_ in {"ROOT", "conj"} and verb.lemma_ not in _MEETING
    return named and main and any(has_a_stake(telling, party) for party in doer)


_MEETING = words("meet discuss talk hold decide vote rule face lose win get receive resume return")


def _voted(verb: Token) -> bool:
    """As in "voted to strike for two days"."""
    if verb.lemma_ not in {"vote", "ballot"}:
        return False
    to = syntax.first(verb, "xcomp", "advcl")
    return to is not None and to.tag_ == "VB" and to.lemma_ in _ACTION and not is_negated(to)


_ACTION = words(
    "strike walk stop down picket occupy boycott stay close block continue resume stage"
)


def _is_staying(telling: Telling, verb: Token) -> bool:
    """As in "We are staying", "we are building it", said in so many words."""
    doing = verb.tag_ == "VBG" and (verb.lemma_ in _LEAVING or verb.lemma_ in _REMAINING)
    declared = verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ in _PARTING
    if not (doing or declared):
        return False
    subject = syntax.first(verb, "nsubj")
    ours = subject is not None and subject.lower_ in {"we", "i"} and telling.voice(verb).direct
    now = any(c.lower_ in {"are", "'re", "’re", "am", "'m"} for c in syntax.children(verb, "aux"))
    said = not telling.voice(verb).is_narrator and not telling.voice(verb).direct
    was = any(c.lower_ in {"was", "were", "is", "are"} for c in syntax.children(verb, "aux"))
    own = said and was and bool(set(telling.holder(verb)) & set(telling.voice(verb).holder))
    if own and verb.tag_ == "VBG" and verb.lemma_ in _LEAVING:
        return True  # "said that it was leaving the pact"
    if declared and syntax.first(verb, "dobj") is not None:
        return bool(
            set(telling.doer(verb)) & set(telling.voice(verb).holder)
        )  # "Norland leaves it"
    return ours and now and verb.tag_ == "VBG" and verb.lemma_ in _REMAINING


_LEAVING = words(
    "leave withdraw suspend halt close recall cut pull quit end stop boycott expel impose raise "
    "ban send deploy build appeal sue cancel scrap abandon freeze refer"
)


_PARTING = words("leave quit withdraw suspend recall cancel denounce close")
_REMAINING = words(
    "stay keep build hold march sail strike fight dig proceed press push carry stand"
)


def _is_to(telling: Telling, verb: Token) -> bool:
    """As in "Norland is to take its case to the tribunal"."""
    main = verb.lemma_ == "be" and verb.tag_ in syntax.PRESENT and verb.dep_ != "relcl"
    if main and any(c.lower_ == "under" and c.i < verb.i for c in syntax.children(verb, "prep")):
        return False  # "Under the treaty Norland is to deliver": what is laid down
    to = syntax.first(verb, "xcomp") if main else None
    bare = to is not None and to.i == verb.i + 2 and not syntax.is_passive(to)
    return (
        bare
        and to is not None
        and to.lemma_ not in INERT | _MEETING | {"blame"}
        and len(telling.holder(verb)) == 1
    )


def _is_meant(telling: Telling, verb: Token) -> bool:
    resolved = _wants_to(verb) or _is_resolved(verb)
    own = _wills(telling, verb) or _is_to(telling, verb) or _is_staying(telling, verb)
    return (resolved or own) and not (_is_staying(telling, verb) and is_negated(verb))


def _wants_to(verb: Token) -> bool:
    """As in "wants to strengthen the dam", "hopes to see new crossings"."""
    wish = verb.lemma_ in _WISHING and verb.tag_ in {*syntax.PRESENT, "VBD"} and verb.dep_ != "acl"
    to = syntax.first(verb, "xcomp") if wish else None
    bare = to is not None and to.tag_ == "VB" and syntax.first(to, *syntax.SUBJECTS) is None
    return bare and to is not None and to.lemma_ not in INERT and not is_negated(verb)


_WISHING = words("want wish hope aim seek aspire")


def _will_never(telling: Telling, verb: Token) -> bool:
    """As in "assured it that no water would be taken", "pledged never to return"."""
    cue = telling.voice(verb).cue
    promised = cue is not None and telling.doc[cue].lemma_ in _ASSURING and cue != verb.i
    return promised and is_negated(verb) and syntax.modal(verb) in {"will", "would"}


_ASSURING = words("promise pledge assure guarantee")


def _is_resolved(verb: Token) -> bool:
    return (
        verb.lemma_ in {"be", "remain"}
        and not is_negated(verb)
        and any(
            child.lower_ in _RESOLVED and any(True for _ in syntax.children(child, "xcomp", "prep"))
            for child in syntax.children(verb, "acomp")
        )
    )
