"""What a clause says of the thing that depends: withheld, going on, or open.

The sign of a condition hangs on it ("no talks while ..." against "talks as long as ..."), and so
does whether a word like "until" or "if" makes a condition at all.
"""

from __future__ import annotations

from detente.reading import syntax
from detente.reading.aspects import is_pluperfect
from detente.reading.attribution import Telling
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.wording import words

PERSISTING = words("remain stay continue keep persist last maintain go wait retain")
WITHHOLDING = words(
    "refuse decline reject rule exclude oppose resist deny refrain balk preclude prevent "
    "forbid prohibit dismiss veto"
)
_WITHHELD = words(
    "impossible unthinkable unwilling unable unacceptable bleak unlikely off inconceivable "
    "premature little pointless meaningless shut closed suspended frozen hostage reluctant over "
    "reckless irresponsible senseless absurd futile foolish foolhardy unwise unsafe madness folly"
)
READY = words(
    "ready willing prepared open happy able likely possible conceivable feasible acceptable "
    "thinkable imaginable negotiable worth available welcome"
)
_SUSPENDING = words(
    "withhold suspend freeze shelve block postpone delay boycott halt keep hold stop bar stall "
    "pause defer retain reserve"
)
_AWAY = words("hold abeyance ice limbo bay hostage")


def chain(main: Token) -> list[Token]:
    """The verb and the verbs and adjectives that it completes ("refuse" of "refuse to talk")."""
    steps = _promised(main)
    while True:
        here = steps[-1]
        above = here.head
        if here.lemma_ in _PLANS and here.dep_ == "dobj":
            return [*steps[:-1], above]  # "has no intention of opening it": "has no" is of that
        if here.lemma_ in _PLANS and here.dep_ == "pobj" and above.head.lemma_ in {"be", "seem"}:
            return [*steps, above.head]  # "is in no hurry to open it"
        ruled_out = here.dep_ == "ccomp" and "rule out" in syntax.keys(above)
        if ruled_out or (here.dep_ == "acl" and above.lemma_ in _PLANS):
            steps.append(above)
            continue
        if above == here or here.dep_ not in {"xcomp", "pcomp", "acomp", "prep", "conj", "oprd"}:
            return steps
        if here.dep_ == "conj" and (syntax.is_finite(here) or above.pos_ not in {"VERB", "AUX"}):
            return steps
        steps.append(above)


def _promised(main: Token) -> list[Token]:
    """What is vowed or decided, before the verb that says so: "maintain" of "vowed to maintain"."""
    inner = syntax.first(main, "xcomp") if main.lemma_ in _RESOLVING else None
    bare = inner is not None and inner.tag_ == "VB" and inner.i > main.i
    return [inner, main] if inner is not None and bare else [main]


_PLANS = words(
    "plan intention reason wish desire appetite inclination interest need point hurry right cause "
    "mandate willingness position"
)
_RESOLVING = words("vow promise pledge vote resolve decide swear undertake order agree choose opt")


def is_withheld(main: Token) -> bool:
    """Whether the governing clause says that the thing does not come."""
    return (sum(_turns(step) for step in chain(main)) + _is_no_reason_not(main)) % 2 == 1


def _is_no_reason_not(main: Token) -> bool:
    """As in "there is no reason for us not to sit down", "why we should not"."""
    reason = syntax.first(main, "attr", "dobj") if main.lemma_ in {"be", "see", "have"} else None
    if reason is None or reason.lemma_ != "reason":
        return False
    clauses = (*syntax.children(reason, "acl", "relcl", "advcl"), *syntax.children(main, "advcl"))
    return any(is_negated(clause) for clause in clauses if clause.i > reason.i)


def _turns(step: Token) -> int:
    turned = int(step.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} and is_negated(step))
    turned -= turned and step.lemma_ in {"hesitate", "flinch"}  # "would not hesitate to leave"
    turned += step.dep_ == "conj" and step.head.pos_ in {"VERB", "AUX"} and _after_nor(step)
    if step.pos_ == "VERB" and step.lemma_ in WITHHOLDING:
        turned += 1 if step.lemma_ != "rule" or "rule out" in syntax.keys(step) else 0
    turned += any(_is_outside(child) or _is_too_early(child) for child in step.children)
    objects = any(child.lemma_ in _OBJECTIONS for child in syntax.children(step, "dobj", "attr"))
    turned += objects and step.lemma_ not in _ENDING  # not of "would lift its objections"
    turned += any(_is_little(child) for child in syntax.children(step, "dobj"))
    turned += step.lemma_ in {"mean", "count"} and any(c.lower_ in _NAUGHT for c in step.children)
    turned += step.dep_ == "acl" and step.head.lemma_ == "refusal"
    turned += any(
        child.lower_ in _WITHHELD
        and (child.lower_ not in {"off", "over"} or step.lemma_ in _BEING)
        and child.dep_ in {"acomp", "prep", "advmod", "attr", "oprd"}
        for child in step.children
    )
    return turned


_BEING = words("be remain stay seem keep look leave")
_ENDING = words("lift drop withdraw waive remove abandon shelve retract end relinquish")
_OBJECTIONS = words("objection quarrel qualm")  # "has no objection to it"


def _is_outside(child: Token) -> bool:
    """Of "out of the question"."""
    after = child.doc[child.i + 1 : child.i + 4]
    return child.lower_ == "out" and any(token.lower_ == "question" for token in after)


def _is_too_early(child: Token) -> bool:
    """As in "it is too early to talk of money before the review is finished"."""
    early = child.lower_ in {"early", "soon"} and child.dep_ in {"acomp", "advmod"}
    return early and any(own.lower_ == "too" for own in child.lefts)


def _is_little(thing: Token) -> bool:
    """As of "has little reason to settle"."""
    return any(child.lower_ in {"little", "few", "scant"} for child in thing.lefts)


_NAUGHT = words("little naught")  # "would mean little without a treaty"


def _after_nor(verb: Token) -> bool:
    first = min(
        (child.i for child in verb.children if child.dep_ in {"aux", "neg"}), default=verb.i
    )
    return first > 0 and verb.doc[first - 1].lower_ == "nor" and not is_negated(verb)


_LASTING = words(
    "indispensable necessary needed justified blocked confidential secret sealed barred banned "
    "grounded locked valid invalid idle void"
)


def persists(main: Token) -> bool:
    """Whether the clause says that something goes on, or must."""
    if any(child.lower_ in _LASTING for child in syntax.children(main, "acomp", "attr")):
        return True
    return is_suspended(main) or any(
        (step.lemma_ in PERSISTING and step.lemma_ != "go") or _goes_on(step) or _stays(step)
        for step in chain(main)
    )


def _goes_on(step: Token) -> bool:
    """As in "will fight on", "is to carry on", and not "acts on it"."""
    after = (c for c in step.children if c.i > step.i and c.lower_ == "on")
    bare = any(syntax.first(on, "pobj", "pcomp") is None for on in after)
    return step.lemma_ in _ENDURING and bare


_ENDURING = words(
    "go carry fight hold press march strike soldier battle struggle play work sit stay live camp "
    "sleep serve stand run picket protest"
)


def _stays(state: Token) -> bool:
    """As in "stays shut", where the parser took the state for the verb."""
    before = state.doc[state.i - 1]
    if state.i == 0 or state.pos_ not in {"VERB", "ADJ"}:
        return False
    now = before.lemma_ in PERSISTING and before.tag_ in {"VBZ", "VBP", "VB"}
    return now or before.lower_ in {"stays", "remains"}


_COMMITTING = words(
    "offer refuse propose promise pledge threaten agree vow accept demand insist warn hold vote "
    "resolve decide order rule swear undertake float suggest moot envisage dangle extend tender "
    "volunteer table hint signal intimate recommend"
)


_TERMED = words("offer propose float suggest moot dangle tender volunteer threaten")


_NEAR, _FAR = 8, 20  # tokens, from "put" to "on hold"


def is_suspended(main: Token) -> bool:
    """As in "is withholding the money", "has put the treaty in abeyance": still so."""
    tensed = [main, *syntax.children(main, "aux", "auxpass")]
    present = any(token.tag_ in syntax.PRESENT or token.tag_ == "TO" for token in tensed)
    if main.tag_ == "VBD" or not present:
        return False
    near = main.doc[main.i + 1 : min(main.i + _FAR, main.sent.end)]
    placed = main.lemma_ in {"put", "place", "keep", "hold", "be", "remain"} and any(
        token.lower_ in _AWAY and (token.i < main.i + _NEAR or token.lower_ == "abeyance")
        for token in near
    )
    return placed or main.lemma_ in _SUSPENDING


def is_open(telling: Telling, main: Token) -> bool:
    """Whether the clause is about what is still to come, not told as done."""
    steps = chain(main)
    if any(is_unreal(step) for step in steps):
        return is_missed(telling, main)
    if is_suspended(main) or _stays(main) or _is_of_word_given(main) or _is_asked_for(main):
        return True
    modal = any(syntax.modal(step) for step in steps if step.pos_ in {"VERB", "AUX"})
    if modal or any(child.lower_ in READY for step in steps for child in step.children):
        return True
    if any(step.lemma_ in _COMMITTING or step.lemma_ in WITHHOLDING for step in steps):
        voice = telling.voice(main)
        told = steps[-1].lemma_ in _TERMED  # "had offered to extend it if": terms all the same
        return told or not is_pluperfect(steps[-1]) or not voice.is_narrator
    return _is_present(telling, main, steps[-1])


def _is_of_word_given(main: Token) -> bool:
    """As in "renewed its promise to sign once", "repeated its refusal to talk until"."""
    if main.dep_ == "acl" and main.tag_ == "VB":
        return main.head.lemma_ in _WORD_GIVEN
    given = syntax.first(main, "dobj")
    content = syntax.first(given, "acl") if given is not None else None
    repeated = main.lemma_ in _REPEATING and given is not None and given.lemma_ in _WORD_GIVEN
    return repeated and content is not None and content.tag_ == "VB"


def _is_asked_for(main: Token) -> bool:
    """As in "asked Sudmark to restrict flights as long as", "demanded that it stay out until"."""
    asked = main.dep_ in {"xcomp", "ccomp"} and main.tag_ in {"VB", "VBP", "VBN"}
    above = main.head
    while asked and above.dep_ == "conj" and above.lemma_ not in _ASKING and above.tag_ == "VB":
        above = above.head
    return asked and above.pos_ == "VERB" and above.lemma_ in _ASKING and above.i < main.i


_ASKING = words("ask urge tell order call press demand beg implore petition invite bid instruct")
_REPEATING = words("renew repeat reiterate reaffirm restate confirm make issue stress underline")
_WORD_GIVEN = words(
    "promise offer threat pledge refusal readiness vow commitment undertaking proposal willingness "
    "invitation"
)


def _is_present(telling: Telling, main: Token, top: Token) -> bool:
    """Whether it is so now, or in somebody's words was then, and is not done."""
    if top.tag_ == "VBD" and top.lemma_ in _STANDING and not telling.voice(main).is_narrator:
        return True  # "said that without an apology there was nothing to discuss"
    helpers = list(syntax.children(top, "aux", "auxpass"))
    if any(helper.lower_ == "did" for helper in helpers) and telling.voice(main).is_narrator:
        return False  # "did not show it"
    if top.tag_ == "VBN" and all(helper.lemma_ == "have" for helper in helpers):
        return is_withheld(main) and bool(helpers)  # "has signed" is done
    wished = any(h.lower_ == "be" for h in helpers) and not any(h.lower_ == "to" for h in helpers)
    if wished and top.dep_ == "ccomp" and main.i == top.i:
        return True  # "proposed that half be paid at once"
    return top.tag_ in {"VBZ", "VBP", "VB"} or any(h.tag_ in syntax.PRESENT for h in helpers)


_STANDING = words(
    "be have accept favour favor back support want object mind oppose welcome endorse prefer "
    "remain stand"
)


def is_unreal(verb: Token) -> bool:
    """As in "would have agreed": what did not come about."""
    helpers = {child.lower_ for child in syntax.children(verb, "aux", "auxpass")}
    return bool(helpers & {"have", "'ve"}) and bool(helpers & {"would", "could", "might", "should"})


def is_missed(telling: Telling, main: Token) -> bool:
    """As in "said it would have signed had they paid": what was held out, and did not come.

    Not where the narrator says it, nor of what befell: "would have sunk if it had rained".
    """
    voice = telling.voice(main)
    told = (voice.cue is not None or voice.direct) and syntax.modal(main) != "should"
    ready = any(child.lower_ in READY for child in main.children)
    return told and (main.lemma_ in _HELD_OUT or ready or (is_withheld(main)))


_HELD_OUT = words(
    "accept agree sign settle return stay vote support back join talk meet pay say compromise "
    "withdraw release lift reopen resume ratify approve concede go come attend consider negotiate "
    "let live allow drop call give offer extend share endorse wait postpone save work take"
)


def is_offered(telling: Telling, main: Token) -> bool:
    """Whether somebody says what would come: "would sign", "is ready to talk"."""
    steps = chain(main)
    if any(child.lower_ in READY for step in steps for child in step.children):
        return True
    modals = {syntax.modal(step) for step in steps}
    return bool(modals & {"would", "could", "might", "can"}) or (
        "will" in modals and not telling.voice(main).is_narrator
    )
