"""The sign of a condition for the thing that depends on it, and whether that thing is a harm."""

from __future__ import annotations

from collections.abc import Callable

from detente.reading import syntax
from detente.reading.conditions import dependence
from detente.reading.conditions.found import Found
from detente.reading.conditions.markers import LACKING
from detente.reading.negation import is_negated
from detente.reading.parsed import Token
from detente.reading.tables import table
from detente.reading.wording import words

_HARM = table("conditions")["harm"]
HARM, PENALISED, HARMS = (words(_HARM[key]) for key in ("does", "penalised", "harms"))
_JUDGES = words("court judge tribunal magistrate regulator ombudsman arbitrator")
_STOPPING, PRESSURE = words(_HARM["stopping"]), words(_HARM["pressure"])
_TAKING, _MEANS = words(_HARM["taking"]), words(_HARM["means"])


def sign(found: Found) -> tuple[str, bool]:
    """The sign of the condition for the thing withheld, and whether the thing is a threat."""
    if found.harm or (found.family in {"if", "unless"} and _is_veiled(found.main)):
        return ("fails" if found.family == "unless" else "holds"), True
    main = found.about if found.backwards and found.about is not None else found.main
    reading = _SIGNS.get(found.family)
    return reading(found, main) if reading is not None else ("holds", False)


def _is_veiled(main: Token) -> bool:
    """As in "all options are open if the flow falls", "it reserves the right to respond if"."""
    subject = syntax.first(main, "nsubj")
    options = subject is not None and subject.lower_ in {"option", "options"}
    right = main.lemma_ == "reserve" and any(c.lower_ == "right" for c in main.children)
    return (options and main.lemma_ == "be" and not is_negated(main)) or right


def _not_while(_found: Found, _main: Token) -> tuple[str, bool]:
    return "fails", False


def _while(_found: Found, main: Token) -> tuple[str, bool]:
    shut = dependence.is_withheld(main) or (dependence.persists(main) and not _is_promised(main))
    shut = shut or main.lemma_ in _HOLDING_BACK
    return ("fails" if shut else "holds"), False


_HOLDING_BACK = words("withhold suspend freeze halt boycott")


def _is_promised(main: Token) -> bool:
    """As in "has undertaken to keep its base there as long as": what goes on is a gift."""
    return main.dep_ == "xcomp" and main.head.lemma_ in _PROMISING


_PROMISING = words("undertake promise pledge agree offer guarantee commit")


def _if(found: Found, main: Token) -> tuple[str, bool]:
    # "will leave when the last rebel has gone"
    parting = main.lemma_ in _PARTING and (found.marker in _AWAITING or _is_given(found))
    harm = _is_harm(main) and not (parting or _is_returned(found))
    shut = _is_kept_back(main)
    harm = harm or (not _is_shut(main) and _is_omitted(found))
    return ("fails" if shut and not harm else "holds"), harm


def _is_omitted(found: Found) -> bool:
    """As in "if the ban is not lifted, licences would be reviewed": what comes where it is not."""
    if found.marker not in _SUPPOSING or syntax.modal(found.main) not in {"will", "would"}:
        return False
    if any(c.lower_ in _WELL_MEANT for c in syntax.children(found.main, "acomp", "advmod")):
        return False
    inside = range(found.start, found.end)
    return any(
        t.pos_ in {"VERB", "AUX"}
        and t.head.i not in inside
        and (is_negated(t) or t.lemma_ in {"fail", "refuse"})
        for t in found.main.doc[found.start : found.end]
    )


_SUPPOSING = frozenset({"if", "should", "in the event that", "in case", "in the case that"})
_WELL_MEANT = frozenset({"ready", "willing", "open", "prepared", "glad", "happy", "kindly"})


def _is_kept_back(main: Token) -> bool:
    """Whether the thing does not come: what goes on if another acts is what he is promised.

    As in "They may stay if", "We will keep every bed if", and not "is withholding the money if".
    """
    return dependence.is_withheld(main) or dependence.is_suspended(main)


def _is_returned(found: Found) -> bool:
    """As in "is willing to withdraw if", "would close its camps if Norland does the same"."""
    head = found.main.head
    if found.main.dep_ == "xcomp" and head.lower_ == "willing":
        return True
    return any(t.lower_ in _LIKEWISE for t in found.main.doc[found.start : found.end])


_LIKEWISE = frozenset({"same", "too", "likewise", "own"})


def _is_given(found: Found) -> bool:
    """As in "would leave if every family was promised a flat": what one is to get."""
    inside = found.main.doc[found.start : found.end]
    return syntax.modal(found.main) == "would" and any(t.lemma_ in _GIVING for t in inside)


_GIVING = words("promise offer pay guarantee compensate give grant receive get find")
_AWAITING = words("when once") | {"as soon as", "the moment", "the day", "the minute"}
_PARTING = words("leave withdraw go quit walk")


def _unless(_found: Found, main: Token) -> tuple[str, bool]:
    harm = not (_is_shut(main) or _is_for(main))
    return ("fails" if harm else "holds"), harm


def _is_for(main: Token) -> bool:
    """As in "is for the move, unless someone finds a quicker one": no harm in that."""
    stands = main.lemma_ == "be" and any(
        c.lower_ in {"for", "behind", "ready", "open", "willing"} and c.i > main.i
        for c in main.children
    )
    return stands or main.lemma_ in {"support", "back", "favour", "favor", "welcome", "accept"}


def _until(found: Found, main: Token) -> tuple[str, bool]:
    lacking = found.marker in LACKING and not _is_shut(main)
    harm = lacking and (found.marker in _OR_ELSE or _is_harm(main))
    return ("fails" if lacking else "holds"), harm


_OR_ELSE = frozenset({"without", "failing", "short of"})
_SIGNS: dict[str, Callable[[Found, Token], tuple[str, bool]]] = {
    "not while": _not_while, "while": _while, "if": _if, "unless": _unless, "until": _until,
}  # fmt: skip


def _is_shut(main: Token) -> bool:
    """Whether the thing does not come, or what keeps it away goes on."""
    return dependence.is_withheld(main) or dependence.persists(main)


def _is_harm(main: Token) -> bool:
    relieves = any(c.lemma_ in PRESSURE for c in syntax.children(main, "dobj", "nsubjpass"))
    relieves = relieves or any(c.lemma_ in HARM | _FIRING for c in syntax.children(main, "xcomp"))
    if main.lemma_ in _STOPPING and (relieves or main.lemma_ == "lift"):
        return False
    if main.lemma_ == "raise" and any(c.lemma_ in _GIVEN for c in syntax.children(main, "dobj")):
        return False  # "would raise its offer if"
    verbs = [*dependence.chain(main), *syntax.children(main, "xcomp")]
    if dependence.is_withheld(main) and not _is_sacking(main):
        return False
    return any(
        step.lemma_ in HARM
        or step.lemma_ in {"threaten", "warn"}
        or _takes_means(step)
        or _is_ordered(step)
        or _is_unrest(step)
        for step in verbs
    ) or _is_sacking(main)


_FIRING = words("fire shell shoot fly launch ram jam pump block dredge drill dig build raid bomb")
_GIVEN = words("offer bid pay wage salary pension quota cap payment compensation contribution")


def _is_ordered(verb: Token) -> bool:
    """As in "its boats have orders to fire"."""
    given = next((c for c in syntax.children(verb, "dobj") if c.lemma_ in _ORDERS), None)
    told = given if given is not None else verb if verb.lemma_ in {"order", "instruct"} else None
    return told is not None and any(
        c.lemma_ in HARM | PENALISED for c in syntax.children(told, "acl", "xcomp", "relcl")
    )


def _is_unrest(verb: Token) -> bool:
    """As in "there will be marches"."""
    there = any(True for _ in syntax.children(verb, "expl")) and not is_negated(verb)
    return there and any(c.lemma_ in _UNREST | HARMS for c in syntax.children(verb, "attr"))


_UNREST = words("march protest demonstration rally riot unrest uprising blood walkout rebellion")
_ORDERS = words("order instruction permission licence license mandate")


def _is_sacking(verb: Token) -> bool:
    """As in "drivers will be dismissed": somebody is, and no idea."""
    return verb.lemma_ == "dismiss" and syntax.is_passive(verb) and not is_negated(verb)


def _takes_means(verb: Token) -> bool:
    """As in "seek an injunction", "go to court", "sit on the road"."""
    if verb.lemma_ in {"ask", "petition", "appeal"}:
        return any(n.lemma_.lower() in _JUDGES for n in syntax.children(verb, "dobj", "dative"))
    if verb.lemma_ not in _TAKING:
        return False
    if any(child.lemma_.lower() in _MEANS for child in syntax.children(verb, "dobj", "dative")):
        return True
    return any(
        noun.lemma_.lower() in _MEANS
        for prep in syntax.children(verb, "prep")
        if prep.lower_ in {"to", "on", "into"}
        for noun in syntax.children(prep, "pobj")
    )
