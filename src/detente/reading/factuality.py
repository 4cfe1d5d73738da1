"""Whether a clause tells what is so: what happened or goes on, what did not, or neither."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from detente.reading.aspects import UNCHANGED, is_cleft, is_forced, is_nearly
from detente.reading.negation import negative
from detente.reading.parsed import Token, remembered
from detente.reading.periods import MONTHS
from detente.reading.syntax import PLURAL, SUBJECTS, VERBAL, is_finite
from detente.reading.wording import words

REAL, NEGATED, UNREAL = "real", "negated", "unreal"

_MODALS = frozenset({"will", "would", "shall", "should", "may", "might", "can", "could", "must",
                     "ca", "wo", "'ll", "’ll", "'d", "’d", "ought"})  # fmt: skip
_UNREAL_MARKS = frozenset({"if", "unless", "until", "till", "before", "once", "whether", "lest",
                           "provided", "providing", "assuming"})  # fmt: skip
_TELLING = words("""say tell report confirm announce add note recall acknowledge admit reveal state
    explain show find learn know see claim describe emphasise emphasize stress conclude write mean
    declare happen remember observe complain think believe disclose recount relate concede remark
    lament boast insist maintain assert contend allege protest testify attest swear affirm inform
    notify brief remind certify record document indicate divulge let grumble mention point hear read
    discover realise realize understand allow grant lambast regret repeat reiterate restate reaffirm
    underline underscore argue hold counter retort rejoin""")
_CARRYING = words("begin start continue manage proceed go come keep resume get")
_FAILING = frozenset({"fail", "refuse", "decline", "neglect"})
_AFTER_ONLY = frozenset({"when", "after", "once", "if"})
_AS_LONG = {("as", "long"), ("so", "long"), ("as", "soon")}
_SPELLS = words("day night week month year winter spring summer autumn decade hour")
_FACTUAL = words("after following since despite by for upon from through")
_TIMED = words("after following since despite")  # "accused it of murder after shelling killed nine"


@remembered
def reality(verb: Token) -> str:
    """Whether what the clause tells is `REAL` (past or under way), `NEGATED` or `UNREAL`.

    What is planned, possible, demanded, asked, threatened or conditional is unreal; what "A says"
    happened is real, what "A denies" is not.
    """
    if _modal(verb) or _marked(verb) or _inverted(verb) or _bare(verb):
        return UNREAL
    if verb.dep_ in {"conj", "ROOT", "appos", "dep"} and _infinitive(verb):
        return UNREAL  # "obliges A to leave and B to end its siege"
    if is_nearly(verb):
        return UNREAL
    above = _above(verb)
    if above == REAL and negative(verb):
        return REAL if _not_until(verb) else NEGATED
    return UNREAL if negative(verb) else above


def _not_until(verb: Token) -> bool:
    """As in "was not reopened until 1991": then it was."""
    past = {"did", "was", "were"} & {c.lower_ for c in verb.children if c.i < verb.i}
    until = [c for c in verb.children if c.lower_ == "until" and c.dep_ == "prep" and c.i > verb.i]
    when = [t for prep in until for t in prep.children if t.dep_ == "pobj"]
    return bool(past) and any(t.shape_ == "dddd" or t.lower_ in MONTHS for t in when)


def _modal(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in _MODALS for child in verb.children)


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _bare(verb: Token) -> bool:
    """An imperative, or a headline's stump."""
    if verb.tag_ != "VB" or verb.dep_ != "ROOT" or is_finite(verb):
        return False
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    several = own is not None and (
        own.tag_ in PLURAL or any(c.dep_ == "conj" for c in own.children)
    )
    past = own is not None and verb.lemma_ in UNCHANGED  # "Ana Berg put her name to it"
    return not (several or past)  # "The greens back the plan", "A and B stand behind it"


def _inverted(verb: Token) -> bool:
    """As in "Were the treaty to be signed, …", "Had it been asked, …", "Should it leave, …"."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    return own is not None and any(
        child.dep_ in {"aux", "auxpass"}
        and child.i < own.i
        and child.lower_ in {"had", "were", "should"}
        for child in verb.children
    )


def _marked(verb: Token) -> bool:
    """Whether "if", "until", "as long as" and the like open the clause."""
    marks = {
        child.lower_
        for child in verb.children
        if child.dep_ in {"mark", "advmod"} and child.lower_ in _UNREAL_MARKS and child.i < verb.i
    }
    if marks:
        return not (marks <= _ENDING and _ended(verb))
    left = verb.left_edge
    if left.lower_ == "only" and left.nbor().lower_ in _AFTER_ONLY:
        return verb.dep_ == "advcl"
    near = left.doc[max(0, left.i - 2) : left.i + 3]
    as_long = any(pair in _AS_LONG for pair in pairwise(token.lower_ for token in near))
    return verb.dep_ in {"advcl", "relcl", "ccomp"} and (
        as_long or left.lower_ in {"if", "unless", "until"}
    )


_ENDING = frozenset({"until", "till", "before"})
_WAITING = _TELLING | words("""refuse decline want agree vow promise pledge threaten wait demand ask
    urge require oppose plan decide order remain stay keep allow be have""")


def _ended(verb: Token) -> bool:
    """As in "They met monthly until a raid put a stop to it": it came to that."""
    main = verb.head
    told = verb.tag_ == "VBD" or any(
        c.tag_ == "VBD" and c.dep_ in {"aux", "auxpass"} for c in verb.children
    )
    if not told or verb.dep_ != "advcl" or main.i > verb.i or main.lemma_ in _WAITING:
        return False
    past = main.tag_ == "VBD" or any(c.tag_ == "VBD" for c in main.children if c.dep_ == "aux")
    return past and main.dep_ in {"ROOT", "conj"} and not (_modal(main) or negative(main))


def _above(verb: Token) -> str:
    """What the clauses around it make of it."""
    if verb.dep_ in {"acl", "advcl", "relcl"} and _infinitive(verb):
        near = (verb.head, *verb.head.children)
        first = any(word.lower_ in {"first", "last", "latest"} for word in near)
        return REAL if first else UNREAL  # "the first state to recognise it"
    term = verb.dep_ in {"acl", "relcl", "ccomp"} and verb.head.lemma_.lower() in _TERMS
    if term and any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.children):
        return UNREAL  # "on condition that A paid first"
    if verb.dep_ in {"acl", "relcl"} and verb.head.lemma_.lower() in _SUPPOSED and _is_that(verb):
        return UNREAL
    if verb.dep_ == "acl" and verb.head.lemma_.lower() in _REPORTS:
        return UNREAL if _is_disowned(verb.head) else REAL
    rule = _RULES.get(verb.dep_)
    return rule(verb) if rule else REAL


_SUPPOSED = words("""condition understanding proviso assumption event premise hope fear demand
    promise pledge point moment day case proposal idea possibility stipulation threat insistence
    expectation prospect chance warning suggestion requirement provision
    plan approach scheme formula scenario package roadmap compromise blueprint""")
_TERMS = words("condition proviso understanding stipulation requirement event")
_REPORTS = words("report claim allegation suggestion rumour rumor charge accusation notion view")
_DISOWNING = words("deny reject dismiss dispute doubt refute contest scorn deride rebut")


def _is_that(verb: Token) -> bool:
    """Whether the clause says what is supposed, in the present: "the moment the gates open"."""
    told = [verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass"})]
    return any(word.tag_ in {"VBZ", "VBP"} for word in told) and not any(
        word.tag_ == "VBD" for word in told
    )


def _is_disowned(noun: Token) -> bool:
    return noun.head.lemma_ in _DISOWNING and noun.dep_ in {"dobj", "nsubjpass"}


def _joined(verb: Token) -> str:
    head = verb.head
    if head.pos_ not in VERBAL:
        gerund = head.lower_.endswith("ing") and head.dep_ == "pobj" and verb.tag_ == "VBG"
        return _after_preposition(head) if gerund else REAL
    if verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ in SUBJECTS for c in verb.children):
        shared = (head.dep_ == "advcl" and _marked(head)) or _awaited(verb)
        return UNREAL if shared else _above(head)
    above = reality(head)
    return REAL if above == NEGATED and is_finite(verb) else above


def _awaited(verb: Token) -> bool:
    """As in "would meet only after the troops had left and the men had been freed": awaited too."""
    head = verb.head
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    before = (c for c in head.children if c.dep_ == "advcl" and head.i < c.i < verb.i)
    awaited = any(
        t.lower_ in _WHEN and t.dep_ in {"mark", "advmod"} for c in before for t in c.children
    )
    return perfect and awaited and _modal(head)


_WHEN = _UNREAL_MARKS | {"after", "when"}


def _after_preposition(verb: Token) -> str:
    preposition = verb.head
    if preposition.lower_ == "without":
        return NEGATED
    if preposition.lower_ == "of" and preposition.head.lemma_.lower() in _SPELLS:
        return REAL
    head = preposition.head
    kept = preposition.lower_ == "from" and head.lemma_ in _KEEPING_FROM
    charged = head.lemma_ in _CHARGING and preposition.lower_ not in _TIMED
    if preposition.lower_ == "in" and head.lemma_ in {"join", "follow"}:
        return reality(head)  # "joined A in imposing quotas"
    if preposition.lower_ not in _FACTUAL or charged or kept:
        return UNREAL
    if preposition.lower_ == "for" and (head.pos_ in VERBAL or head.lemma_ not in _BLAMED):
        return UNREAL  # "the conditions for convening it", "sued it for blocking the gates"
    return reality(head) if head.pos_ in VERBAL and head.i < verb.i else REAL


_KEEPING_FROM = words("""bar ban prevent stop keep prohibit forbid exclude refrain block deter
    discourage abstain desist dissuade restrain hinder stay""")
_BLAMED = words("blame responsibility apology compensation punishment credit praise criticism")
_CHARGING = words(
    "accuse ask call sentence convict blame jail try charge criticise condemn fine "
    "praise thank indict punish arrest prosecute imprison"
)


def _controlled(verb: Token) -> str:
    head = verb.head
    if head.lemma_ == "have" and any(child.lower_ == "yet" for child in head.children):
        return NEGATED  # "has yet to sign"
    if head.lemma_ in _FAILING:
        return NEGATED if reality(head) == REAL else UNREAL
    if head.lemma_ in {"stop", "cease"} and negative(head):
        return REAL if reality(head) == NEGATED else UNREAL  # "has never stopped claiming it"
    if head.lower_ == "unable" and head.dep_ == "acomp":
        return NEGATED if reality(head.head) == REAL else UNREAL
    if head.lemma_ in _CARRYING or _is_spent(verb) or is_forced(head):
        return reality(head)
    return UNREAL


def _told(verb: Token) -> str:
    head = verb.head
    if head.lower_ in {"provided", "providing", "assuming", "supposing"}:
        return UNREAL
    if head.pos_ not in VERBAL or head.i > verb.i:
        return REAL
    made = verb.tag_ in {"VB", "VBN"} and _has_made(head)
    if not made and (not is_finite(verb) or negative(head) or _modal(head)):
        return UNREAL
    if made or is_cleft(verb):
        return reality(head)  # "made Norway close it", "had it closed"
    if any(child.dep_ == "nsubj" and child.lower_ == "we" for child in head.children):
        return UNREAL  # "we reported that": a correction, or a boast
    return REAL if head.lemma_ in _TELLING else UNREAL


def _has_made(verb: Token) -> bool:
    """As in "made Norway close it", "had let it lapse": no "is made to close it"."""
    near = {c.lower_ for c in verb.children} | {c.dep_ for c in verb.children}
    told = "nsubj" in near and (verb.tag_ == "VBD" or bool({"has", "had"} & near))
    return told and verb.lemma_ in {"make", "have", "let"}


def _done_to(verb: Token) -> str:
    """Of "dismantling them would cost millions", nothing is told; of "that it left", as much."""
    bare = verb.tag_ == "VBG" and not is_finite(verb)
    return UNREAL if bare else _told(verb)


def _is_spent(verb: Token) -> bool:
    """As in "had spent five days shuttling between them"."""
    long = any(c.dep_ in {"dobj", "npadvmod"} and c.lemma_ in _SPELLS for c in verb.head.children)
    return verb.tag_ == "VBG" and verb.head.lemma_ in _SPENDING and long


_SPENDING = words("spend pass waste lose devote")


def _adverbial(verb: Token) -> str:
    """Of "would not travel while the gates stayed shut": it is a condition, not a fact."""
    during = verb.i > verb.head.i and any(c.lower_ == "while" for c in verb.children)
    if during and (_modal(verb.head) or reality(verb.head) == UNREAL):
        return UNREAL
    then = any(c.lower_ == "when" and c.i and c.nbor(-1).text != "," for c in verb.children)
    if then and verb.i > verb.head.i and _modal(verb.head):
        return UNREAL  # "the talks would start when the order was lifted"
    if verb.tag_ == "VBG" and verb.head.lemma_ in _MINDING and 0 < verb.i - verb.head.i <= _BESIDE:
        return UNREAL  # "ruled out sending troops", "considered closing it"
    if verb.tag_ == "VBG" and verb.head.pos_ in VERBAL and not is_finite(verb):
        return REAL if reality(verb.head) == REAL else UNREAL
    return REAL


_BESIDE = 2  # tokens from a verb and its particle to the gerund that it takes
_MINDING = words("""rule consider deny avoid exclude mind favour favor resist risk contemplate
    envisage suggest propose recommend fear resent oppose justify defer delay forgo preclude imagine
    weigh mull discuss debate mention dread anticipate postpone advocate advise urge support""")


_RULES: dict[str, Callable[[Token], str]] = {
    "conj": _joined, "pcomp": _after_preposition, "xcomp": _controlled,
    "ccomp": _told, "csubj": _done_to, "advcl": _adverbial,
}  # fmt: skip
