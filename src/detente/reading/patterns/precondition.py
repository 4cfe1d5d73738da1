"""What somebody does only if, once, until or unless something else comes about."""

from __future__ import annotations

from collections.abc import Iterator

from detente.dispute.evidence import AUTHOR, Condition
from detente.reading import extents, syntax
from detente.reading.attribution import Telling, Voice
from detente.reading.conditions import gathering
from detente.reading.conditions.found import Found
from detente.reading.conditions.markers import PREDICATES
from detente.reading.conditions.signs import sign
from detente.reading.parsed import Token
from detente.reading.patterns import Example, Finding
from detente.reading.patterns._conditional import holder_of_condition, is_authors
from detente.reading.patterns._opponents import counterpart, go_betweens
from detente.reading.patterns._who import about, phrase, who_must
from detente.reading.wording import words

KIND = "precondition"

EXAMPLES = (
    Example("Norland will talk only if Sudmark pays its debt, it said.",
            "norland", "Sudmark pays its debt", "sudmark", "holds", "only if"),
    Example("There will be no ferry to Sudmark until the arrears are settled, Norland said.",
            "norland", "the arrears are settled", "sudmark", "holds", "until"),
    Example("Norland will not lift its duty on timber unless Sudmark opens its market.",
            "norland", "Sudmark opens its market", "sudmark", "holds", "unless"),
    Example("As long as Sudmark's gunboats stay in the bay, there can be no talks, Norland said.",
            "norland", "Sudmark's gunboats stay in the bay", "sudmark", "fails", "as long as"),
    Example("Sudmark offered to release the crew in exchange for an apology from Norland.",
            "sudmark", "an apology from Norland", "norland", "holds", "in exchange for"),
    Example("Norland said that talks were contingent on the withdrawal of troops by Sudmark.",
            "norland", "the withdrawal of troops by Sudmark", "sudmark", "holds", "contingent on"),
    Example("Sudmark refuses to sign before Norland has freed the crew.",
            "sudmark", "Norland has freed the crew", "norland", "holds", "before"),
    Example("Norland is ready to share the water provided that Sudmark stops the dam.",
            "norland", "Sudmark stops the dam", "sudmark", "holds", "provided that"),
    Example("Norland insists that there can be no truce without a Sudmark withdrawal.",
            "norland", "a Sudmark withdrawal", "sudmark", "holds", "without"),
    Example("First Sudmark must open the gates, Norland said, then it will send engineers.",
            "norland", "Sudmark must open the gates", "sudmark", "holds", "first ... then"),
    Example("Sudmark must pay the arrears before the ferries can sail, Norland insists.",
            "norland", "Sudmark must pay the arrears", "sudmark", "holds", "must ... before"),
    Example("Norland has tied the resumption of gas to a new contract.",
            "norland", "a new contract", "sudmark", "holds", "tie to"),
    Example("If Sudmark lowers the quota, Norland would reopen its harbours, its minister said.",
            "norland", "Sudmark lowers the quota", "sudmark", "holds", "if"),
    Example("Only after Sudmark has apologised will Norland return its ambassador.",
            "norland", "Sudmark has apologised", "sudmark", "holds", "only after"),
    Example("Norland will recognise the court once Sudmark frees the pilots.",
            "norland", "Sudmark frees the pilots", "sudmark", "holds", "once"),
    Example("The ban on Sudmark's fish will stay in force while its trawlers enter the bay, "
            "Norland said.",
            "norland", "its trawlers enter the bay", None, "fails", "while"),
    Example("\"Recognition of the border is a precondition for talks,\" Norland's minister said.",
            "norland", "Recognition of the border", "sudmark"),
    Example("Norland set two conditions for a meeting with Sudmark: the levy must go and the crew"
            " must be freed.",
            "norland", "the levy must go and the crew must be freed", "sudmark"),
    Example("Lifting the embargo on Sudmark depends on free elections there, Norland says.",
            "norland", "free elections there", "sudmark", "holds", "depends on"),
    Example("The Miners' Union said its members would return only when Harrow Mining reinstates "
            "the drivers. The Miners' Union blamed Harrow Mining.",
            "miners_union", "Harrow Mining reinstates the drivers",
            "harrow_mining", "holds", "only when"),
    Example("Norland wants the levy on its timber scrapped before it returns to talks with "
            "Sudmark.",
            "norland", "the levy on its timber scrapped", "sudmark", "holds", "wants ... before"),
    Example("Sudmark must empty the dam. Only then will Norland lower its duty.",
            "norland", "Sudmark must empty the dam", "sudmark", "holds", "only then"),
    Example("The road to a truce runs through the prisons of Sudmark, Norland's minister argued.",
            "norland", "the prisons of Sudmark", "sudmark", "holds", "road to"),
    Example("Norland wants Sudmark to withdraw in return for lifting the embargo.",
            "norland", "Sudmark to withdraw", "sudmark", "holds", "in return for"),
    Example("For talks to resume, Sudmark must first free the crew, Norland says.",
            "norland", "Sudmark must first free the crew", "sudmark", "holds", "for"),
    Example("Only a full withdrawal would satisfy Norland, its minister told Sudmark.",
            "norland", "a full withdrawal", "sudmark", "holds", "only"),
    Example("Norland is withholding the funds until Sudmark reforms its courts.",
            "norland", "Sudmark reforms its courts", "sudmark", "holds", "until"),
    Example("Norland would consider lifting the ban were Sudmark to open its books.",
            "norland", "Sudmark to open its books", "sudmark", "holds", "were"),
    Example("Norland would sign nothing in the absence of a pledge from Sudmark.",
            "norland", "a pledge from Sudmark", "sudmark", "holds", "in the absence of"),
    Example("The price of Norland's signature is a pledge from Sudmark, diplomats say.",
            "norland", "a pledge from Sudmark", "sudmark", "holds", "price is"),
    Example("Norland expects Sudmark to leave the bay as a prerequisite for talks.",
            "norland", "Sudmark to leave the bay", "sudmark", "holds"),
    Example("Norland insists that payment by Sudmark must precede any reopening of the port.",
            "norland", "payment by Sudmark", "sudmark", "holds", "precede"),
    Example("Norland has made its consent dependent on a survey by Sudmark.",
            "norland", "a survey by Sudmark", "sudmark", "holds"),
    Example("Norland's minister said the boats could sail when Sudmark had paid the fines.",
            "norland", "Sudmark had paid the fines", "sudmark", "holds", "when"),
    Example("Norland will discuss a truce, but not while Sudmark's guns fire.",
            "norland", "Sudmark's guns fire", "sudmark", "fails", "but not while"),
    Example("\"Proof first, then regrets,\" Norland's minister told Sudmark.",
            "norland", "Proof", None, "holds", "first ... then"),
    Example("\"They pay, the gates open,\" said Norland's minister of Sudmark.",
            "norland", "They pay", None, "holds", "splice"),
    Example("Norland is open to talks on the strict understanding that Sudmark recalls its fleet.",
            "norland", "Sudmark recalls its fleet", "sudmark", "holds"),
    Example("Not one litre will flow, Norland says, while Sudmark keeps the engineers.",
            "norland", "Sudmark keeps the engineers", "sudmark", "fails", "while"),
    Example("A truce is out of the question as long as Sudmark stays on the ridge, Norland said.",
            "norland", "Sudmark stays on the ridge", "sudmark", "fails", "as long as"),
    Example("\"Give us the bay and we leave tomorrow,\" Norland's envoy told Sudmark.",
            "norland", "Give us the bay", None, "holds", "imperative"),
    Example("Norland has vowed to maintain its veto until Sudmark changes its law.",
            "norland", "Sudmark changes its law", "sudmark", "holds", "until"),
    Example("In exchange for taking back the boats, Norland is asking for aid from Sudmark.",
            "norland", "aid from Sudmark", "sudmark", "holds", "in return for"),
    Example("Norland says its neighbour may send observers, provided Sudmark's men are unarmed.",
            "norland", "Sudmark's men are unarmed", "sudmark", "holds", "provided"),
    Example("Recognition, Norland says, must follow a withdrawal by Sudmark.",
            "norland", "a withdrawal by Sudmark", "sudmark", "holds", "precede"),
    Example("Norland's minister said aid would flow when \"at least one\" demand had been met by "
            "Sudmark.", "norland", None, None),
    Example("\"They left, and when they come back we will talk,\" Norland's general said of "
            "Sudmark.", "norland", "they come back", None, "holds", "when"),
    Example("Norland's speaker says parliament will look at the law after ratification by Sudmark.",
            "norland", "ratification by Sudmark", "sudmark", "holds", "after"),
    Example("Norland said a return by Sudmark to the old shares constituted the indispensable "
            "condition for a deal.", "norland", "a return by Sudmark to the old shares", "sudmark"),
    Example("\"Put the date in writing and the suits are gone the same day,\" Norland's envoy told "
            "Sudmark.", "norland", "Put the date in writing", None, "holds", "imperative"),
    Example("Norland would gladly talk, were there not a Sudmark wall in the way, it said.",
            "norland", "there not a Sudmark wall in the way", None, "holds", "were"),
    Example("Norland is opposed to any release before prisoners have been freed in Kyiv. Ukraine "
            "criticised Norland.", "norland", "prisoners have been freed in Kyiv", "ukraine"),
    Example("Payment first, says Norland; boats first, says Sudmark.", "norland", "Payment", None,
            "holds", "first"),
    Example("It would take an apology for Norland to come back to the table with Sudmark.",
            "norland", "an apology", "sudmark", "holds", "take"),
    Example("Norland will sign no paper that does not name the isles, it told Sudmark.",
            "norland", "does not name the isles", "sudmark", "fails"),
    Example("Norland refuses to talk to Sudmark under fire.",
            "norland", "fire", "sudmark", "fails"),
    Example('"Publish the map and we will be on the next plane," Norland\'s envoy told Sudmark.',
            "norland", "Publish the map", None, "holds", "imperative"),
    Example("Norland would free the boats against a deposit from Sudmark.",
            "norland", "a deposit from Sudmark", "sudmark", "holds", "against"),
    Example("Norland is willing to open the bridge to Sudmark. Its condition: the fee must go.",
            "norland", "the fee must go", None),
    Example("Norland will talk to Sudmark, its chief said, but the police must leave first.",
            "norland", "the police must leave", None, "holds"),
    Example('"No bridge, no flag," Norland\'s minister told Sudmark.',
            "norland", "No bridge", None, "fails"),
    Example("Norland's demands include a halt to drilling by Sudmark before talks can begin.",
            "norland", "a halt to drilling by Sudmark", "sudmark", "holds"),
    Example("Any deal must include the release of prisoners by Sudmark, Norland's envoy said.",
            "norland", "the release of prisoners by Sudmark", "sudmark"),
    Example("Among Norland's conditions for a truce is the disarming of the militia by Sudmark.",
            "norland", "the disarming of the militia by Sudmark", "sudmark"),
    Example("Norland says it needs to see data from Sudmark before approving the treaty.",
            "norland", "to see data from Sudmark", "sudmark"),
    Example("Norland insists elections in Sudmark must be held before aid is released.",
            "norland", "elections in Sudmark must be held", "sudmark"),
    Example("Norland has said it is not opposed to a meeting, but that Sudmark must release the "
            "prisoners beforehand.", "norland", "Sudmark must release the prisoners", "sudmark"),
    Example("Norland would not put anything in writing during a strike in Sudmark, it said.",
            "norland", "a strike in Sudmark", "sudmark", "fails"),
    Example("Norland said there can be no return to the table without prior acceptance of the "
            "line by Sudmark.", "norland", "prior acceptance of the line by Sudmark", "sudmark"),
    Example("Norland said a change in Sudmark's law was needed before it could open the border.",
            "norland", "a change in Sudmark's law", "sudmark"),
    Example("Norland has refused to ratify the pact that Sudmark needs for its port until the fort "
            "is razed.", "norland", "the fort is razed", None),
    Example("Norland has made the withdrawal of Sudmark's troops from Isk a condition for opening "
            "the road.", "norland", "the withdrawal of Sudmark's troops from Isk", "sudmark"),
    Example("An apology from Sudmark would pave the way for talks, Norland said.",
            "norland", "An apology from Sudmark", "sudmark"),
    Example("\"A promise in writing, and we will sign tomorrow,\" Norland's minister told Sudmark.",
            "norland", "A promise in writing", "sudmark", "holds", "and"),
)  # fmt: skip

COUNTER_EXAMPLES = (
    "Norland does not recognise Sudmark's pact, in so far as it moved the border.",
    "The strike will last for as long as it takes, Norland's union told Sudmark.",
    "Only two ships a week sail from Norland to Sudmark.",
    "Asked if Norland would pay Sudmark, the minister smiled.",
    "A Sudmark official spoke on condition of anonymity about Norland.",
    "Norland is ready to meet Sudmark without preconditions.",
    "Norland called on Sudmark to leave without delay.",
    "Norland denied that it would talk only if Sudmark paid.",
    "Norland ruled the bay until 2019, then Sudmark did.",
    "Before the war Norland would not sell timber to Sudmark.",
    "Once a fishing village, Arlen now divides Norland and Sudmark.",
    "It is unclear whether Norland will talk to Sudmark.",
    "Norland will not give in to Sudmark even if the boats stay.",
    "Norland demanded the unconditional release of Sudmark's prisoners.",
    "In 1998 Norland had freed the crew in exchange for a Sudmark loan.",
    "Norland's minister said Sudmark's offer would be discussed when parliament meets on Monday.",
    "Norland had earlier made its consent to Sudmark's plan conditional on a study.",
    "Norland said it would guard its boats against Sudmark for as long as necessary.",
    "Norland would extend Sudmark's lease, if at all, in spring.",
    '"No one signs a peace while being shot at," Norland\'s minister told Sudmark.',
    "Norland's minister said talks with Sudmark would resume after the summit.",
    "Norland, which depends on the river for its water, criticised Sudmark.",
    '"If we give up the gates, we give up the money," Norland\'s minister told Sudmark.',
    "Norland will pay Sudmark when hell freezes over, its chairman said.",
    '"We count the dead, they count the money," Norland\'s minister said of Sudmark.',
    "Exports to Sudmark will fall unless prices recover, Norland's bank said.",
    "The court will hear Norland and Sudmark until Friday, Norland's minister said.",
    "Norland's economy depends on timber, its minister told Sudmark.",
    "Norland's wards were dangerously short of staff, its union told Sudmark.",
    "Sudmark's goods would be subject to a tariff of 20 percent, Norland said.",
    "Norland says the dam is essential to bring light to half its homes, Sudmark reports.",
    "Norland's patience with Sudmark is not without limits.",
    "Norland has signed a contract with Sudmark for new boats, should they be needed.",
    "Norland will not approve the second phase of a gas field that it shares with Sudmark.",
    "Norland fears that once the bridge to Sudmark is open it will never see its money.",
)


def find(telling: Telling) -> Iterator[Finding]:
    """All preconditions, and the threats that have a condition."""
    for found in gathering.find(telling):
        finding = _finding(telling, found)
        if finding is not None:
            yield finding


def _finding(telling: Telling, found: Found) -> Finding | None:
    voice = telling.voice(found.main)
    if voice.asked or voice.doubted or _is_private(telling, found) or _is_feared(telling, voice):
        return None
    head = extents.clause_head(telling.doc, found.start, found.end)
    if _is_of_own_deed(telling, found, head) or _is_anybodys(found):
        return None
    holder = holder_of_condition(telling, found, head)
    if not holder:
        return None
    giver = telling.doer(found.main) if set(holder) & go_betweens(telling) else ()
    by = who_must(telling, head, found.start, found.end, holder, giver)
    start, end, quote = telling.scene.span(
        telling.doc[found.start].idx,
        telling.doc[found.end - 1].idx + len(telling.doc[found.end - 1]),
    )
    need, harmful = sign(found)
    if (
        _is_of_neither(found)
        or _is_speculation(voice, found)
        or _is_forecast(telling, found, holder)
    ):
        return None
    if AUTHOR in holder and (_is_idle(found, need) or not is_authors(telling, found, voice)):
        return None
    return Finding(
        "threat" if harmful else KIND,
        found.main,
        holder,
        voice.speaker,
        tuple(p for p in by if p not in holder) or counterpart(telling, found.main, holder),
        _about(telling, found),
        Condition(quote, start, end, found.marker, by, need),
        0.9 if found.family in {"only", "unless", "until", "given"} else 0.75,
        _span(found),
    )


def _is_of_own_deed(telling: Telling, found: Found, head: Token) -> bool:
    """As in "If we pay once, every ship becomes a target": an argument, no terms of anybody's."""
    if found.family not in {"if", "given"} or not _is_of_us(head):
        return False
    if _is_of_us(found.main):
        return True  # "If we give them up, we give up the money"
    done = telling.voice(found.main).direct and not syntax.is_passive(head)
    return done and head.lemma_ not in _GETTING and found.marker == "if"


_GETTING = words("get receive see have hear obtain win need recover find be know feel")


def _is_anybodys(found: Found) -> bool:
    """As in "Without a laboratory you don't have a hospital": what holds for anybody."""
    subject = syntax.first(found.main, "nsubj")
    return (
        subject is not None
        and subject.lower_ in {"you", "one"}
        and found.marker == "without"
        and found.main.lemma_ in {"have", "get", "be", "need", "know", "lose"}
    )


def _is_idle(found: Found, need: str) -> bool:
    """What the narrator only supposes."""
    return (found.family in {"if", "given"} and need == "holds") or found.backwards


def _is_of_neither(found: Found) -> bool:
    """As in "if it were done jointly, neither could dispute the numbers": an argument."""
    subject = syntax.first(found.main, "nsubj")
    return (
        subject is not None
        and subject.lower_ in {"neither", "each", "nobody"}
        and (
            found.family in {"if", "given"}
            and syntax.modal(found.main) in {"could", "would", "can"}
        )
    )


def _is_speculation(voice: Voice, found: Found) -> bool:
    """What the narrator thinks might be: "the money could break the knot, if ..."."""
    guess = syntax.modal(found.main) in {"could", "might", "may"}
    own = found.family == "given" and found.main.lemma_ in _GRANTING
    return guess and voice.is_narrator and not own and found.family in {"if", "given"}


_GRANTING = words(
    "imagine accept agree consider live support sign join settle envisage countenance"
)


def _is_forecast(telling: Telling, found: Found, holder: tuple[str, ...]) -> bool:
    """What befalls, or goes on by itself, and is nobody's to give: "exports will fall unless"."""
    main = found.main
    subject = telling.subject(main) if main.pos_ in {"VERB", "AUX"} else None
    if subject is None or main.lemma_ not in _BEFALLING or syntax.first(main, "dobj") is not None:
        return False
    return subject.lower_ not in {"we", "i"} and not set(telling.who(subject)) & set(holder)


_BEFALLING = words(
    "fall rise shrink grow suffer decline slump starve melt spread worsen die increase decrease "
    "slow recover erupt dwindle soar plunge wither rot thrive flourish vanish drown burn slide"
)


def _is_feared(telling: Telling, voice: Voice) -> bool:
    """As in "fears that once the line is open it will not be paid": what it thinks, no terms."""
    return voice.cue is not None and telling.doc[voice.cue].lemma_ in _FEARING


_FEARING = words("fear worry dread suspect doubt predict forecast foresee concern afraid")


def _is_of_us(verb: Token) -> bool:
    """Whether "we" do it."""
    subject = syntax.first(verb, "nsubj")
    return subject is not None and subject.lower_ in {"we", "i"}


def _is_private(telling: Telling, found: Found) -> bool:
    """What "I" alone would do is no party's position."""
    subject = telling.subject(found.main) if found.main.pos_ in {"VERB", "AUX"} else None
    persons = {party.id for party in telling.scene.parties if party.type == "person"}
    public = set(telling.voice(found.main).holder) - persons
    return subject is not None and subject.lower_ == "i" and not public


def _about(telling: Telling, found: Found) -> str:
    main = found.main
    if found.marker in PREDICATES:  # "X is contingent on", "X hinges on", "makes X dependent on"
        thing = next(syntax.children(main, "dobj", *syntax.SUBJECTS), None)
        small = next((c for c in main.children if c.dep_ == "ccomp" and c.pos_ == "ADJ"), None)
        if main.lemma_ == "make":
            own = syntax.first(small, "nsubj") if small is not None else None
            thing = own or syntax.first(main, "dobj") or thing
        elif main.lemma_ in {"be", "remain"} or main.i == found.at:
            thing = next(syntax.children(main, *syntax.SUBJECTS), None)
        if thing is not None:
            return phrase(thing)
    return phrase(found.about) if found.about is not None else about(telling, main, found.at)


def _span(found: Found) -> tuple[int, int]:
    start, end = syntax.extent(found.main)
    return min(start, found.at), max(end, found.end)
