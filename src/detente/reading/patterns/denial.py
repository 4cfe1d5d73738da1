"""What somebody says is not so."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.aspects import is_perfect, is_pluperfect
from detente.reading.attribution import Telling
from detente.reading.frames import Frame
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Example, Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns import _judging as judging
from detente.reading.patterns import _negations as negations
from detente.reading.patterns._framed import framed
from detente.reading.patterns._judging import CHARGES, PROPOSALS, UNWANTED
from detente.reading.patterns._mood import OUGHT
from detente.reading.patterns._opponents import has_a_stake
from detente.reading.patterns._questions import replied, rhetorical
from detente.reading.tables import wrongs
from detente.reading.things import type_of
from detente.reading.wording import words

KIND = "denial"

EXAMPLES = (
    Example("Sudmark says the gate was shut. Norland says otherwise.", "norland"),
    Example("Norland disowned the announcement that Sudmark had made.", "norland"),
    Example("“Nobody has been driven out,” Norland told Sudmark.", "norland"),
    Example("Sudmark rejects the idea that Norland's clerks are to blame.", "sudmark"),
    Example("Nobody had been beaten, Sudmark told Norland.", "sudmark"),
    Example("Sudmark calls what Norland says a fairy tale. It calls that a lie.", "sudmark"),
    Example("Sudmark denied that its boats had crossed Norland's line.", "sudmark"),
    Example("Sudmark rejected the accusation.", "sudmark"),
    Example("Sudmark rubbished the criticism of Norland.", "sudmark"),
    Example("“We are not against the sun,” Norland's mayor told Sudmark.", "norland"),
    Example(
        "Norland says the rebels are armed by Sudmark, an accusation Sudmark rejects.", "sudmark"
    ),
    Example("Norland said it had never fired at Sudmark's trawlers.", "norland"),
    Example("Norland disputes that the dam of Sudmark is safe.", "norland"),
    Example("Sudmark brushed aside the accusation from Norland.", "sudmark"),
    Example("Sudmark called Norland's report a fabrication.", "sudmark"),
    Example("Norland took issue with the charge from Sudmark.", "norland"),
    Example("Norland dismissed as baseless the report from Sudmark.", "norland"),
    Example('"Where is the proof?" asked Norland\'s minister of Sudmark.', "norland"),
    Example("Norland does not owe a single cent, its mayor told Sudmark.", "norland"),
    Example("Norland dismissed the description by Sudmark.", "norland"),
    Example("Norland is aware of no such promise to Sudmark, it said.", "norland"),
    Example("Norland disputes the arithmetic of Sudmark.", "norland"),
    Example("Norland has never accepted that its men took part in Sudmark's raid.", "norland"),
    Example("Nonsense, replied Norland's mayor of Sudmark.", "norland"),
    Example("Norland told Sudmark that this had not happened.", "norland"),
    Example("Norland said its troops had not crossed the line to Sudmark.", "norland"),
    Example("Norland insists that no shots were fired at Sudmark's boats.", "norland"),
    Example("Norland contests the sum that Sudmark names.", "norland"),
    Example("Norland told Sudmark that its charter holds no such claims.", "norland"),
)
COUNTER_EXAMPLES = (
    "Three in four said no to the plan of Sudmark, Norland said.",
    "“We have received no answer,” Norland said of Sudmark.",
    "Sudmark rejected an earlier version of Norland's map.",
    "Norland denied entry to three officials of Sudmark.",
    "Norland asked Sudmark to pay. Its mayor was blunt. Sudmark rejected the suggestion outright.",
    "Norland contests the election in Sudmark.",
    "Norland told Sudmark that the charter holds no surprises.",
    "Norland will contest the ruling for Sudmark.",
    "Norland does not accept that Sudmark should vote.",
    "Sudmark did not deny that its boats had crossed Norland's line.",
    "Sudmark was denied entry to the port by guards, Norland's paper says.",
    "Norland and Sudmark met on the isles, which both have disputed since 1880.",
    "Norland and Sudmark have disputed the waters of the bay since 1962.",
    "Norland told Sudmark that it guards the bay to ensure that boats did not land more.",
)

_UNSAID = frozenset(
    {"accept", "recognise", "recognize", "answer", "comment", "know", "intend", "want", "plan",
     "expect", "think", "believe", "allow", "permit", "provide", "like", "care", "see", "mind"}
)  # fmt: skip


def find(telling: Telling) -> Iterator[Finding]:
    """All denials."""
    yield from framed(telling, KIND, _has_denier)
    yield from rhetorical(telling, KIND)
    yield from replied(telling, KIND)
    for verb, _ in cues.verbs(telling, _DENYING):
        charged = verb.dep_ in {"relcl", "acl"} and verb.head.lemma_.lower() in CHARGES
        if (charged or is_of_view(verb)) and not is_negated(verb):
            yield from cues.finding(telling, KIND, verb)
    for view in judging.judged(telling):
        if view.kind == KIND:
            told = telling.voice(view.verb).holder if view.verb.lemma_ == "be" else None
            yield from cues.finding(telling, KIND, view.verb, holder=told)
    for verb, _ in cues.verbs(telling, _ADMITTING):
        if is_negated(verb) and _is_of_fact(verb) and not cues.is_aimed_at(verb):
            yield from cues.finding(telling, KIND, verb)
    for verb in cues.clauses(telling):
        if not cues.is_aside(telling, verb) and _says_not(telling, verb):
            general = _is_general(verb) and not _is_own(telling, verb)
            standing = _is_standing(verb) and not _is_of_own_deed(telling, verb)
            kind = "claim" if general or standing else KIND
            yield from cues.finding(
                telling, kind, verb, holder=telling.voice(verb).holder, confidence=0.65
            )


def _is_of_fact(verb: Token) -> bool:
    """As in "has never accepted that its men took part": no deed refused."""
    said = syntax.first(verb, "ccomp")
    if said is None or syntax.modal(verb) or (syntax.modal(said) or "") in OUGHT:
        return False
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in said.children)


_ADMITTING = words("accept acknowledge admit concede agree recognise recognize believe grant")


def _is_standing(verb: Token) -> bool:
    """As in "we are not owners", "the report is not a permit": how it stands, no deed disowned."""
    tensed = verb.tag_ in {"VBN", "VBZ", "VBP"} and not _is_disowned(verb)
    return tensed and not any(t.lower_ in {"never", "such", "nothing"} for t in verb.subtree)


def _is_disowned(verb: Token) -> bool:
    """As in "this had not happened", "no shots were fired"."""
    subject = syntax.first(verb, *syntax.SUBJECTS)
    helpers = {c.lower_ for c in syntax.children(verb, "aux", "auxpass")}
    past = bool(helpers & {"had", "was", "were"}) or {"has", "been"} <= helpers
    if subject is None or not past:
        return False
    none = any(c.lower_ in {"no", "any"} for c in subject.children) or subject.lower_ in _NOBODY
    none = none and syntax.is_passive(verb)  # "nobody had been beaten"
    return subject.lower_ in {"this", "that"} or none


_NOBODY = frozenset({"nobody", "none"})


def _is_of_own_deed(telling: Telling, verb: Token) -> bool:
    """As in "its troops had not crossed the line", "we have not touched a fish": no wrong done."""
    own = bool(set(telling.doer(verb)) & set(telling.voice(verb).holder))
    wrong = verb.lemma_ in wrongs("doing") | _HOSTILE and not syntax.is_passive(verb)
    return is_perfect(verb) and own and wrong and syntax.first(verb, "neg") is not None


_HOSTILE = words("cross fire touch enter target shoot damage board detain chase approach land")


def _is_own(telling: Telling, verb: Token) -> bool:
    """As in "the firm does not owe a cent, its head said": of the speaker itself."""
    return bool(set(telling.holder(verb)) & set(telling.voice(verb).holder))


def _is_general(verb: Token) -> bool:
    """As in "tariff wars have no winners": nothing is disowned, something is held to be so."""
    subject = syntax.first(verb, "nsubj")
    if subject is not None and any(c.lower_ == "such" for c in subject.children):
        return False  # "no such commitment exists"
    if any(True for _ in syntax.children(verb, "expl")):
        such = any(t.lower_ == "such" for t in verb.doc[verb.i : verb.i + 4])
        return verb.tag_ != "VBD" and not (
            such or is_pluperfect(verb)
        )  # "there was no blasting" is disowned
    thing = syntax.first(verb, "dobj") if verb.lemma_ in _CONTAINING else None
    if thing is not None and any(c.lower_ == "such" for c in thing.children):
        return False  # "the treaty holds no such clause"
    told = [verb, *syntax.children(verb, "aux", "auxpass")]
    if verb.lemma_ == "be" and syntax.first(verb, "attr") is not None and verb.sent.root != verb:
        return True  # "said guests were not bargaining chips"
    return any(word.tag_ in syntax.PRESENT for word in told) and verb.tag_ not in {"VBN", "VBG"}


_CONTAINING = words("contain hold include have carry entail involve make allow mention say impose")


def _is_contrast(verb: Token) -> bool:
    """As in "we are keepers, not thieves"."""
    after = verb.doc[verb.i + 1 : verb.sent.end]
    return any(t.lower_ == "not" and t.nbor(-1).text == "," for t in after)


def _has_denier(verb: Token, _frame: Frame) -> bool:
    """Not "was denied entry", "would neither confirm nor deny", "have disputed its waters"."""
    disputed = verb.lemma_ in {"dispute", "contest"}
    in_court = verb.lemma_ == "contest" and syntax.modal(verb)  # "will contest it"
    if disputed and (in_court or not _is_of_words(verb)):
        return False
    if verb.lemma_ == "have" and syntax.modal(verb) in {"will", "would"}:
        return False  # "will have no part in it": a refusal
    thing = syntax.first(verb, "dobj", "nsubjpass")
    if thing is not None and thing.lemma_.lower() in PROPOSALS - CHARGES and not disputed:
        return False  # "dismissed the proposal as theatre"
    withheld = verb.lemma_ == "deny" and thing is not None and thing.lemma_ in _WITHHELD
    if thing is not None and (withheld or is_proposed(thing) or _is_draft(thing)):
        return False  # "denied entry to three", "brushed aside suggestions that it be invoked"
    if any(token.lower_ == "confirm" for token in verb.doc[max(0, verb.i - 4) : verb.i]):
        return False
    return not syntax.is_passive(verb) or syntax.agent(verb) is not None or verb.lemma_ == "be"


_WITHHELD = words(
    "entry access visa permission passage landing overflight permit licence license bail asylum "
    "admission clearance request application aid service"
)


def _is_draft(thing: Token) -> bool:
    """As in "rejected an earlier version of it": what was proposed, and no version of events."""
    return thing.lemma_ == "version" and any(c.lower_ in _OF_DRAFTS for c in thing.lefts)


_OF_DRAFTS = words("earlier previous first revised amended new latest later second draft final")


def is_proposed(thing: Token) -> bool:
    """Whether a suggestion is that something be done."""
    content = next(syntax.children(thing, "acl", "ccomp"), None)
    if content is None and thing.lemma_ == "suggestion":
        before = thing.doc[max(0, thing.sent.start - _BACK) : thing.sent.start]  # "asked X to pay"
        return any(token.lemma_ in _PROPOSING and token.pos_ == "VERB" for token in before)
    if thing.lemma_ not in {"suggestion", "call", "idea"} or content is None:
        return False
    helpers = [c.lower_ for c in syntax.children(content, "aux", "auxpass")]
    return helpers in (["be"], ["should"], ["should", "be"]) or (
        content.tag_ == "VB" and not helpers
    )


_BACK = 70  # tokens: the two or three sentences before


def is_of_view(verb: Token) -> bool:
    """As in "rejects the idea that its members are to blame": that something is so."""
    thing = syntax.first(verb, "dobj", "nsubjpass")
    if thing is None or thing.lemma_ not in _VIEWS or is_proposed(thing):
        return False
    content = next(syntax.children(thing, "acl", "ccomp"), None)
    return content is not None and syntax.is_finite(content) and not syntax.modal(content)


_VIEWS = words("idea notion premise theory thesis view argument contention suggestion proposition")
_PROPOSING = words("propose ask urge offer recommend advise invite request float moot")


def _is_of_words(verb: Token) -> bool:
    """Whether what is disputed was said or reckoned, and is no land or water."""
    thing = syntax.first(verb, "dobj", "nsubjpass")
    if thing is None:
        return verb.dep_ not in {"amod", "acl", "relcl"}
    if verb.dep_ == "relcl" and thing.tag_ == "WDT":
        thing = verb.head  # "the stretch that both have disputed since"
    said = thing.lemma_.lower() in CHARGES | _RECKONED or thing.pos_ == "PRON"
    present = verb.tag_ in syntax.PRESENT and thing.lemma_.lower() not in _STOOD_FOR
    return said or (present and thing.pos_ != "PROPN" and type_of(thing) not in _HELD)


_STOOD_FOR = words(
    "election seat vote poll presidency leadership race constituency post title final match ballot "
    "primary by-election championship cup place nomination"
)
_HELD = frozenset({"territory", "maritime"})


def _is_seen_to(verb: Token) -> bool:
    """As in "to ensure that they did not land more"."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in _SEEING_TO


_SEEING_TO = words("ensure guarantee sure secure")
_DENYING = words("reject deny dismiss dispute refute contest rebut repudiate")
_RECKONED = words(
    "amount sum bill debt cost number count toll death assessment interpretation reading term "
    "estimate characterisation characterization description finding conclusion data statistic "
    "validity legality need existence claim result outcome verdict right title ruling award fact"
)


def _is_of_another(telling: Telling, verb: Token) -> bool:
    doer = set(telling.doer(verb))
    return is_perfect(verb) and bool(doer) and not doer & set(telling.voice(verb).holder)


def _says_not(telling: Telling, verb: Token) -> bool:
    """A fact that the speaker negates."""
    negated = is_negated(verb) or (verb.lemma_ == "be" and _is_contrast(verb))
    if syntax.modal(verb) or not negated or verb.lemma_ in _UNSAID:
        return False
    if any(child.lemma_ in {"objection", "intention"} for child in verb.children):
        return False
    leaving = verb.tag_ == "VBG" and verb.lemma_ != "be"  # "we are not leaving": a refusal
    no = verb.doc[verb.i + 1 : verb.i + 2].spelt({"no"}) if verb.lemma_ == "say" else ()
    leaving = leaving or bool(no)  # "they said no to both": a refusal
    unneeded = verb.lemma_ == "need" or any(c.lower_ in UNWANTED for c in verb.children)
    if leaving or unneeded:
        return False  # "third parties are not needed": a refusal
    if negations.is_practice(telling, verb) or negations.is_owed(telling, verb):
        return False  # a refusal; an accusation
    if _is_of_another(telling, verb) or _is_seen_to(verb):
        return False  # "Sudmark has never opened its books": an accusation
    own = verb.dep_ in {"ccomp", "ROOT", "conj", "parataxis"}
    return own and any(has_a_stake(telling, party) for party in telling.voice(verb).holder)
