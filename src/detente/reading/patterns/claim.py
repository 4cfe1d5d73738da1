"""What somebody holds to be so, or to be its own."""

from __future__ import annotations

from collections.abc import Iterator

from detente.reading import syntax
from detente.reading.attribution import Telling
from detente.reading.belonging import PEOPLE
from detente.reading.frames import Frame
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.patterns import Example, Finding
from detente.reading.patterns import _cues as cues
from detente.reading.patterns import _judging as judging
from detente.reading.patterns._faults import is_own_fault, of_nature
from detente.reading.patterns._framed import framed
from detente.reading.patterns._headings import below_questions
from detente.reading.patterns._of_others import is_of_others, is_put_upon
from detente.reading.patterns._opponents import has_a_stake, is_talk
from detente.reading.patterns._regarded import regarded, told
from detente.reading.saying import PLAIN, is_plain
from detente.reading.wording import DASHES, words

KIND = "claim"

EXAMPLES = (
    Example("Norland insists on its sovereignty over the isle near Sudmark.", "norland"),
    Example("“We do not want anything that is not ours,” Norland told Sudmark.", "norland"),
    Example("The position of Norland remains that Sudmark has no title.", "norland"),
    Example("Norland presented the levy as a response to that of Sudmark.", "norland"),
    Example("Norland points out that the isles were empty before Sudmark came.", "norland"),
    Example("Norland holds the treaty with Sudmark to be valid.", "norland"),
    Example("Sudmark fishes the bank, which Norland counts as part of its waters.", "norland"),
    Example("Sudmark considers the Skerries its own, Norland says.", "sudmark"),
    Example("Norland claims the islands that Sudmark holds.", "norland"),
    Example("The isle, a rock without water, is claimed by both Norland and Sudmark.", "norland"),
    Example("Sudmark insists that the bay is part of its waters, and Norland is angry.", "sudmark"),
    Example("The law is on its side, Norland says.", "norland"),
    Example("Sudmark was angry. Norland considers the matter closed.", "norland"),
    Example("Sudmark, which regards the bay as a security matter, met Norland.", "sudmark"),
    Example("Anything lower would close wards in Norland, Sudmark argued.", "sudmark"),
    Example("Norland relies on a chart of 1788 against Sudmark.", "norland"),
    Example("Sudmark took the view that the pact with Norland had lapsed.", "sudmark"),
    Example("Trade wars have no winners, Norland told Sudmark.", "norland"),
    Example(
        "Norland said the isle would remain a province, to the anger of Sudmark.",
        "norland",
    ),
    Example("To Norland that is a matter of safety, and Sudmark is angry.", "norland"),
    Example("The boat sank in what Norland regards as its waters, not Sudmark's.", "norland"),
    Example("Norland declared Sudmark's vote without effect.", "norland"),
    Example("Norland regards the boat to Sudmark as the closure come early.", "norland"),
    Example("Norland says that less than a sixth of Sudmark's water arrived.", "norland"),
    Example("Norland judges the map of Sudmark to be a copy.", "norland"),
    Example("A fault, Norland explained to Sudmark.", "norland"),
    Example("Norland puts the debt at nine million, to the anger of Sudmark.", "norland"),
    Example("Norland reads the treaty with Sudmark differently.", "norland"),
    Example("Norland admits to a debt of two million to Sudmark.", "norland"),
    Example("By Norland's count, the isle was empty before Sudmark came.", "norland"),
    Example("The treaty with Sudmark was signed under duress, Norland says.", "norland"),
)
COUNTER_EXAMPLES = (
    "Norland and Sudmark have failed to agree on the bay, officials of both countries said.",
    "Norland called a vote of no confidence, and Sudmark waited.",
    "Norland saw its exports to Sudmark fall as the strike went on.",
    "At midday, Norland said of Sudmark.",
    "Norland found in the bay a boat of Sudmark.",
    "Norland declined to say how many ships it has sent to Sudmark.",
    "The storm claimed two lives in Norland, near Sudmark.",
    "Responsibility for the raid on Sudmark was claimed by Norland.",
    "Norland has considered a visit to Sudmark.",
    "Norland, which the world regards as the sole authority, met Sudmark.",
    "Norland finds itself squeezed by Sudmark.",
    "Sudmark, citing the storm, left Norland's port.",
)

_HOLDING = frozenset({"consider", "regard", "view", "deem", "treat", "see"})
_CLAIMING = frozenset({"claim", "invoke"})
_SAYING = PLAIN - words(
    "ask demand urge propose recommend request hope expect promise pledge vow threaten require "
    "resolve swear undertake decree let know see find allow deny dispute reject judge guess "
    "predict forecast foresee calculate estimate read speculate query volunteer"
)
_NO_CLAIM = words(
    "demand request call promise pledge vow threat hope fear plea appeal requirement condition "
    "commitment undertaking report hint note letter message sign signal reminder rule verdict"
)
_OWN = frozenset({"own", "part", "territory", "sovereign", "inalienable", "inseparable", "settled",
                  "integral", "legitimate", "historic", "property", "right", "rights"})  # fmt: skip
_STANDS = words(
    "position stance view argument line reading interpretation contention thesis understanding "
    "verdict opinion reasoning doctrine explanation account version case belief conviction"
)
_NOT_CLAIMED = frozenset({"life", "lives", "victory", "responsibility", "credit", "casualty"})


def find(telling: Telling) -> Iterator[Finding]:
    """All claims."""
    yield from framed(telling, KIND, _is_view)
    yield from below_questions(telling, KIND)
    yield from regarded(telling)
    yield from told(telling)
    for verb, _ in cues.verbs(telling, _HOLDING | {"look upon", "look on"}):
        if not is_negated(verb) and _as_own(verb):
            yield from cues.finding(telling, KIND, verb)
    for found in judging.judged(telling):
        if found.kind == KIND:
            yield from cues.finding(telling, KIND, found.verb, confidence=0.7)
    yield from _laid(telling)
    for verb, _ in cues.verbs(telling, {"blame"}):
        if of_nature(verb) and not is_negated(verb):
            yield from cues.finding(telling, KIND, verb)
    for verb in cues.clauses(telling):
        subject = telling.subject(verb)
        if verb.lemma_ == "be" and subject is not None and subject.lemma_ in _STANDS:
            yield from cues.finding(telling, KIND, verb, holder=telling.whose(subject))
        elif not cues.is_aside(telling, verb) and _is_said(telling, verb):
            charge = is_of_others(telling, verb) or _is_called_charge(verb) or is_own_fault(verb)
            kind = "accusation" if charge else KIND
            holder = telling.voice(verb).holder
            staked = any(has_a_stake(telling, party) for party in holder)
            sure = 0.5 if staked else 0.45  # whether it stands is weighed
            yield from cues.finding(telling, kind, verb, holder=holder, confidence=sure)


def _is_joint_deed(telling: Telling, verb: Token) -> bool:
    """As in "The two have failed to agree, officials of both said": what happened, and no view."""
    doer = telling.doer(verb)
    together = len(doer) > 1 and set(doer) <= set(telling.voice(verb).holder)
    return together and verb.tag_ in {"VBD", "VBN"} and verb.lemma_ in _TOGETHER


_TOGETHER = words("agree fail meet sign talk break resume reach hold conclude exchange part settle")


def _laid(telling: Telling) -> Iterator[Finding]:
    """As in "claims the islands", "invokes the treaty"."""
    for verb, _ in cues.verbs(telling, _CLAIMING):
        if verb.tag_ == "VBG" and syntax.first(verb, "aux") is None:
            continue  # "citing", "invoking": why something else is said
        given = syntax.first(verb, "dobj")
        thing = syntax.first(verb, "nsubjpass")
        relative = verb.dep_ == "relcl" and verb.tag_ != "VBN"
        by = syntax.agent(verb) if syntax.is_passive(verb) and syntax.is_finite(verb) else None
        held = by is not None and thing is not None and thing.lemma_ not in _NOT_CLAIMED
        relative = relative or (held and verb.lemma_ == "claim")  # "is claimed by both"
        if (given is not None and given.lemma_ not in _NOT_CLAIMED) or relative:
            yield from cues.finding(telling, KIND, verb)


def _is_view(verb: Token, _frame: Frame) -> bool:
    """Neither a reason for something else, nor "held a vote that"."""
    held = verb.lemma_ == "hold" and syntax.first(verb, "ccomp") is None
    return not held and not _is_reason(verb)


def _is_reason(verb: Token) -> bool:
    """As in "citing", "pointing to": why something else is said; "claim" is looked at apart."""
    bare = verb.tag_ == "VBG" and syntax.first(verb, "aux") is None
    return verb.lemma_ in _CLAIMING or (bare and verb.lemma_ in {"cite", "point", "invoke"})


def _as_own(verb: Token) -> bool:
    _start, end = syntax.extent(verb)
    return any(token.lower_ in _OWN for token in verb.doc[verb.i : end])


def _is_about(clause: Token) -> bool:
    """As in "explained why ...", "declined to say how many ships it has": no claim."""
    opening = next(iter(clause.subtree), clause)
    if opening.lower_ in {"how", "whose"} and opening.i < clause.i:
        return True
    return any(
        child.tag_ in {"WRB", "WP"} and child.dep_ != "mark" and child.i < clause.i
        for child in clause.children
    )


def _is_said(telling: Telling, verb: Token) -> bool:
    """A fact in the mouth of a party."""
    voice = telling.voice(verb)
    if voice.cue is None or not voice.holder or _is_joint_deed(telling, verb):
        return False
    if is_talk(telling, verb):
        return False
    if syntax.modal(verb) in {"will", "would", "must", "shall"} and not _is_foretold(verb):
        return False
    cue = telling.doc[voice.cue]
    phrased = cue.lemma_ not in PLAIN | {"read"} and is_plain(cue)  # "pointed out"
    named = phrased or not _SAYING.isdisjoint(syntax.keys(cue))
    told = cue.pos_ == "VERB" and cue.lemma_ != "remain"  # "its position remains that"
    asserted = named if told else cue.lemma_ not in _NO_CLAIM
    of_noun = verb.dep_ in {"acl", "relcl", "appos"} and verb.head == cue  # "took the view that"
    top = verb
    while top.dep_ == "conj" and top.head != top:
        top = top.head  # "that will pull them out and become": said of a thing by the way
    within = top.dep_ in {"relcl", "acl", "advcl", "pcomp"} and top is not verb
    main = (
        of_noun
        or _is_viewed_aside(verb, cue)
        or (verb.dep_ in {"ccomp", "ROOT", "conj", "parataxis"} and not within)
    )
    own = main and not _is_about(verb) and not _is_cut(verb)
    told = verb.lemma_ in _SAYING and not syntax.is_passive(verb)  # not "was told", "was submitted"
    told = told and not (verb.lemma_ == "hold" and syntax.first(verb, "ccomp") is None)
    told = told and not is_put_upon(telling, verb)  # "they tell us one thing"
    return own and asserted and cue.i != verb.i and not told


def _is_viewed_aside(verb: Token, cue: Token) -> bool:
    """As in "its law, which in Sudmark's view contains claims": told with whose view it is."""
    view = cue.head if cue.dep_ == "poss" else cue
    own = verb.dep_ == "relcl" and view.dep_ == "pobj" and view.head.head == verb
    return own and cue.i < verb.i and view.head.lower_ in {"in", "to"}


def _is_called_charge(verb: Token) -> bool:
    """As in "says they are paid by Sudmark, an accusation Sudmark rejects"."""
    after = verb.doc[verb.i + 1 : verb.sent.end]
    comma = (t for t in after if t.text in {",", *DASHES})
    return any(
        t.lemma_ in _CALLED and t.nbor(-1).lower_ in {"a", "an"}
        for at in comma
        for t in verb.doc[at.i + 1 : min(at.i + 4, verb.sent.end)]
    )


_CALLED = words("accusation charge allegation")


def _is_cut(verb: Token) -> bool:
    """As in "The Commission isn't": of what, was said before."""
    kept = (c for c in verb.children if c.dep_ not in {"neg", "punct", *syntax.SUBJECTS})
    return verb.lemma_ in {"be", "do", "have"} and not any(True for _ in kept)


_LASTING = words("remain stay belong")


_THINGS = words("anything everything that this it which")


def _is_foretold(verb: Token) -> bool:
    """What will come of a thing: "anything lower would close wards"."""
    own = syntax.first(verb, *syntax.SUBJECTS)
    if own is not None and verb.lemma_ in _LASTING and own.pos_ in {"PROPN", "NOUN"}:
        return not is_negated(verb)  # "the isle would always remain Sudmark's"
    if own is not None and own.lower_ in {"nobody", "one", "everybody", "everyone"}:
        return True
    if own is None:
        own = syntax.first(verb, "csubj")
    named = own is not None and (own.pos_ in {"NOUN", "VERB"} or own.lower_ in _THINGS)
    thing = named and own is not None and own.lemma_.lower() not in PEOPLE
    return thing and not is_negated(verb)
