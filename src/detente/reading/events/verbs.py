"""Events that a verb tells, by the table of verbs, where the clause tells them as a fact."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading.arguments import doer, is_passive, object_of, particle
from detente.reading.aspects import UNCHANGED, is_perfect
from detente.reading.events.by_the_way import is_by_the_way, is_career
from detente.reading.events.by_whom import by_whom
from detente.reading.events.clauses import Dated, clause, date_of
from detente.reading.events.cues import THINGS, UNDONE, Cue
from detente.reading.events.frames import cue_of, is_known
from detente.reading.events.frames_talks import unable
from detente.reading.events.instruments import agreed_by, is_of_a_text
from detente.reading.events.notes import in_note
from detente.reading.events.participants import within
from detente.reading.events.people import JOINT, around, who
from detente.reading.events.refusals import only_refused, only_said
from detente.reading.events.told import Told
from detente.reading.events.words import is_of
from detente.reading.factuality import NEGATED, REAL, UNREAL, reality
from detente.reading.parsed import Span, Token
from detente.reading.scene import Scene
from detente.reading.syntax import agent, subject
from detente.reading.wording import words


def by_verb(scene: Scene, sentence: Span, dated: Dated) -> Iterator[Told]:
    """The events that the verbs of a sentence tell."""
    for verb in sentence:
        if verb.pos_ in {"VERB", "AUX"} and is_known(verb):
            kind = _kind(verb, scene)
            told = _told(scene, verb, kind, dated) if kind else None
            if told is not None:
                yield told


def _told(scene: Scene, verb: Token, kind: str, dated: Dated) -> Told | None:
    first, last = clause(verb)
    date = date_of(verb, first, last, dated)
    if kind == "mediate" and _is_settled_by(verb, date):
        between = within(scene, doer(verb)) if verb.dep_ == "acl" else ()
        between = tuple(p for p in between if p not in scene.pair)
        return Told("agree", verb, first, last, scene.pair, between, date)
    ahead = is_ahead(scene, date)
    if is_by_the_way(verb, kind, None if ahead else date):
        return None
    actor, target = who(scene, verb, kind)
    if not (actor or target):
        target = around(scene, verb, kind)
    proposing = kind == "mediate" and verb.lemma_ in _PROPOSING
    if proposing and actor and {*actor} <= {*scene.pair} and not target[1:]:
        return None  # a party of the dispute does not go between
    if verb.lemma_ == "agree" and len(actor) == 1 and not (target or date):
        return None  # "A has agreed to the commission": where one of them stands
    if not (actor or target or kind in JOINT) or (ahead and verb.lemma_ in _PLANNING):
        return None
    return Told(kind, verb, first, last, actor, target, None if ahead else date)


def _is_settled_by(verb: Token, date: str | None) -> bool:
    """As in "a ceasefire brokered by A", "a deal that A brokered in May": that there is one."""
    if verb.dep_ not in {"acl", "relcl"} or not is_of(verb.head, THINGS["DEAL"]):
        return False
    return bool(date) or (verb.dep_ == "acl" and agent(verb) is not None and _is_struck(verb))


def _is_struck(verb: Token) -> bool:
    """Whether the deal is one that was made: a truce, no draft."""
    made = is_of(verb.head, _MADE_DEALS) and verb.lemma_ in {"broker", "mediate", "negotiate"}
    above = next((a for a in verb.head.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    wanted = above is not None and above.lemma_ in _WANTING
    return made and not wanted and (above is None or reality(above) == REAL)


_WANTING = words("""want seek propose demand urge call ask offer hope push await need reject oppose
    favour favor plan discuss consider suggest expect wish press plead beg try""")


_MADE_DEALS = words("ceasefire cease-fire truce deal agreement accord pact treaty armistice")


_PROPOSING = frozenset({"propose", "suggest", "float", "offer", "put", "present", "table", "give",
                        "circulate", "send", "hand", "submit", "carry", "bring", "come",
                        "drive", "travel", "fly", "arrive", "ride", "turn", "return", "lay",
                        "set", "place"})  # fmt: skip
_PLANNING = frozenset({"announce", "call", "schedule", "set", "declare", "plan", "order", "book"})


def is_ahead(scene: Scene, date: str | None) -> bool:
    """Whether a date lies after the day of publication."""
    published = scene.document.published
    return bool(date and published and date.partition("/")[0] > published[: len(date)])


def _kind(verb: Token, scene: Scene) -> str | None:
    """The kind of event that a verb tells, or none: a broken `agree` is a `no_agreement`."""
    real = NEGATED if unable(verb) else reality(verb)
    tried = real == UNREAL and _is_tried(verb)
    cue = cue_of(verb, scene) if tried or real in {REAL, NEGATED} else None
    if cue is None or (
        cue.kind in _AT_ONCE and (only_refused(scene, verb) or only_said(scene, verb))
    ):
        return None
    if tried:
        return cue.kind if cue.kind == "mediate" else None
    if real == NEGATED:  # "did not turn up for work" is told by a verb of coming
        if cue.frame == "unpaid":
            return "strike" if is_of(doer(verb), _DEBTORS) else "sanction"
        if cue.frame == UNDONE or (cue.frame == "to nothing" and verb.dep_ in _MAIN):
            return cue.kind  # "Four hours of talks brought no date"
        turned = verb.lemma_ in _TURNING and "up" in cue.words
        return cue.kind if turned else _unmade(verb, cue)
    return _done(scene, verb, cue)


def _done(scene: Scene, verb: Token, cue: Cue) -> str | None:
    doing = verb.tag_ == "VBG" and not (cue.kind in _GOING_ON and is_perfect(verb))
    if verb.dep_ == "relcl" and (doing or is_career(verb)):
        return None  # "the soldiers who are fighting there", "a nurse who was elected in 2021"
    if cue.kind in _DOINGS and is_of_a_text(verb):
        return None  # "The treaty gave it a third of the water": what was agreed
    lasting = cue.frame == "unsigned"
    if cue.frame == "instructed" and any(
        is_known(c) and cue_of(c, scene) for c in verb.children if c.dep_ in {"xcomp", "ccomp"}
    ):
        return None  # what was ordered is told by its own verb
    going_on = cue.kind in _AT_ONCE and _is_going_on(verb)
    counted = cue.kind != "negotiate" and _is_counted(verb)
    if going_on or counted or not (lasting or _told_as_fact(verb)):
        return None
    judged = cue.kind == "no_agreement" and verb.lemma_ in _JUDGING and _judges(verb)
    if judged or _says_only(verb):
        return None
    return "agree" if cue.kind in _AT_ONCE and agreed_by(verb) else by_whom(scene, verb, cue)


_MAIN = frozenset({"ROOT", "conj", "advcl"})
_GOING_ON = frozenset({"mediate", "negotiate"})


_DOINGS = frozenset({"decide", "other", "coerce", "sanction"})


def _is_counted(verb: Token) -> bool:
    """As in "has overruled it only twice since 2010"; "have met twice since" is that they met."""
    told = {token.lower_ for token in verb.subtree}
    perfect = any(c.lower_ in {"has", "have"} and c.dep_ == "aux" for c in verb.children)
    return perfect and "since" in told and bool(told & {"twice", "times", "once"})


_JUDGING = frozenset({"dismiss", "denounce", "reject", "spurn", "describe", "brand"})


def _judges(verb: Token) -> bool:
    """As in "as insincere", "as a ploy"."""
    near = [*verb.children, *(c for t in verb.children if t.dep_ == "dobj" for c in t.children)]
    return any(c.lower_ == "as" and c.dep_ == "prep" and c.i > verb.i for c in near)


def _says_only(verb: Token) -> bool:
    """As in "served notice that they will not leave": what is said, not done."""
    thing = object_of(verb)
    return (
        thing is not None
        and thing.lemma_ in {"notice", "word", "signal"}
        and any(c.dep_ in {"acl", "ccomp", "relcl"} for c in (*thing.children, *verb.children))
    )


_AT_ONCE = frozenset({"decide", "agree", "no_agreement"})


def _is_going_on(verb: Token) -> bool:
    """As in "are balloting their members", "continues to issue licences"."""
    if verb.dep_ == "xcomp" and verb.head.tag_ in {"VBZ", "VBP"} and verb.head.lemma_ != "have":
        return True
    return verb.tag_ == "VBG" and any(
        child.dep_ == "aux" and child.lower_ in {"is", "are", "'s", "’s", "'re", "am"}
        for child in verb.children
    )


def _is_tried(verb: Token) -> bool:
    """As in "tried to mediate": going between is trying to."""
    tried = verb.dep_ == "xcomp" and verb.head.lemma_ in {"try", "attempt", "seek", "endeavour"}
    come = verb.dep_ in {"xcomp", "advcl"} and verb.head.lemma_ in _COMING  # "came to mediate"
    tried = tried or (come and verb.head.tag_ in {"VBD", "VBN"} and verb.i > verb.head.i)
    return tried and reality(verb.head) == REAL and _told_as_fact(verb.head)


_COMING = words("come go travel fly arrive return step sit stay drive volunteer")


def _unmade(verb: Token, cue: Cue) -> str | None:
    """Never signed, failed to sign: no agreement; talks not held since: a halt."""
    if verb.lemma_ in _KEEPING_TO or (
        verb.lemma_ in {"accept", "recognise", "recognize"} and not unable(verb)
    ):
        return None  # what one has not accepted, one does not recognise
    anybody = verb.dep_ == "relcl" and any(c.lower_ == "any" for c in verb.head.children)
    if anybody or _is_none_of(verb) or (verb.dep_ == "xcomp" and _is_said(verb.head)):
        return None  # "any pilot who has not signed"; "refuses to sign": said, not done
    if not _settling(verb) or any(t.lower_ in {"until", "before", "unless"} for t in verb.subtree):
        return None
    lasting = any(t.lower_ == "since" for t in verb.subtree)
    if cue.kind == "no_agreement":
        return None if cue.frame == "object" else cue.kind  # "has not been rejected"
    made = "treaty" in cue.things or cue.frame in _AGREEING or verb.lemma_ == "settle"
    if cue.kind == "agree" and made:
        return "no_agreement"
    return "halt" if cue.kind == "negotiate" and lasting else None


_AGREEING = frozenset({"agreed", "into", "to", "any"})
_DEBTORS = THINGS["PEOPLE"] | THINGS["WORKERS"] | words("tenant household grower union")


def _is_none_of(verb: Token) -> bool:
    """As in "None has made an offer", "They never signed any such paper"."""
    thing = object_of(verb)
    vague = thing is not None and any(c.lower_ in _ANY for c in thing.children)
    offered = verb.lemma_ in {"make", "give", "put"} and not is_passive(verb)
    return vague or (offered and is_of(thing, THINGS["DEAL"]))


_TURNING = frozenset({"turn", "show"})
_ANY = frozenset({"any", "such"})
_KEEPING_TO = frozenset({"honour", "honor", "respect", "observe", "implement", "apply",
                         "carry"})  # fmt: skip


def _is_said(verb: Token) -> bool:
    """As in "refuses to": in the present."""
    perfect = any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children)
    return verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ != "have" and not perfect


def _settling(verb: Token) -> bool:
    """Not to have agreed is an event where it went on for some time, or was tried and failed."""
    thing = object_of(verb)
    if thing is not None and thing.lower_ == "nothing":
        return True  # "They settled nothing"
    if unable(verb) or (thing is not None and particle(verb) in {"produce", "yield"}):
        return True
    never = any(child.lower_ == "never" for child in verb.children) or _is_neither(verb)
    return never or verb.tag_ == "VBN" or verb.dep_ in {"xcomp", "pcomp"}


def _is_neither(verb: Token) -> bool:
    """As in "Neither parliament ratified them"."""
    who = subject(verb)
    return who is not None and (
        who.lower_ == "neither" or any(c.lower_ == "neither" for c in who.children)
    )


def _is_asked_for(verb: Token) -> bool:
    """As in "a demand that it cut its quota"."""
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    own = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    one = own is not None and own.tag_ in {"NN", "NNP"}  # "demands that the city list it"
    return that and (verb.tag_ == "VB" or (verb.tag_ == "VBP" and one))


def _told_as_fact(verb: Token) -> bool:
    """Past, perfect or going on; a bare present ("it blocks") only in a dated note."""
    described = verb.i and verb.nbor(-1).lower_ == "as" and verb.tag_ in {"VBN", "VBD"}
    if described or _is_asked_for(verb):  # "described it as occupied territory"
        return False
    helped = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if verb.tag_ == "VBN" and helped and not helped & _PERFECT:
        forced = verb.dep_ == "xcomp" and "to" in helped  # "had to be put off"
        return forced or in_note(verb)  # "the gates are opened": always, or when?
    if verb.tag_ in {"VBD", "VBN", "VBG"} or helped:
        own = any(c.dep_ == "nsubj" for c in verb.children)  # taken for a participle
        placed = verb.dep_ in {"acl", "conj", "ROOT", "advcl"}
        return verb.tag_ != "VBN" or bool(helped) or placed or own
    if verb.tag_ in {"VB", "VBP"} and verb.lemma_ in UNCHANGED and verb.dep_ in {"ROOT", "conj"}:
        return subject(verb) is not None  # "Ana Berg and Nils Holm put their names to it"
    if verb.dep_ == "advcl" and verb.tag_ in {"VBZ", "VBP"}:
        return in_note(verb)  # "a seat when the next round opens"
    made = verb.dep_ == "ccomp" and verb.tag_ == "VB"  # "made Norway close it"
    return made or verb.dep_ in {"pcomp", "xcomp", "acl", "advcl"} or in_note(verb)


_PERFECT = frozenset({"have", "has", "had", "was", "were", "being", "been", "got", "'ve", "’ve"})
