"""Positions that changed: what a party held then, and what it holds now.

A position told as past ("had ruled out", "as late as June", "for months refused") is paired with
one of the same holder near it: one that is told as new ("now", "dropped", "changed its tune"), or
the opposite one beside it. Either may stand first. What was held years ago is history. What the
rules pair so is weighed with whatever else of that holder stands near (`pairing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from detente.dispute.evidence import Change, Evidence
from detente.reading.changes import pairing, timed
from detente.reading.changes.flashbacks import flashbacks
from detente.reading.changes.timed import PERHAPS, SURE, Told, distance, holds
from detente.reading.courses import COURSES, HARDNESS, NO_COURSE, are_opposed

EXAMPLES = (  # (earlier, later, sort)
    ("Until last spring Norland had ruled out any talks.", "Now it says it is open to them.",
     "softened"),
    ("Norland had offered to pay in May.", "On Monday Norland refused to pay at all.", "hardened"),
    ("In May Norland promised Sudmark to pay.", "Norland has since withdrawn the promise.",
     "hardened"),
    ("For months Norland had refused to meet Sudmark's envoy.", "It is ready to see him.",
     "softened"),
    ("As late as June Norland insisted on an apology.", "It no longer demands one of Sudmark.",
     "softened"),
    ("In January Norland said it would never accept Sudmark's terms.",
     "Last Friday it said it was willing to talk of them.", "softened"),
    ("Norland first rejected a count.", "It now says that it is willing to pay for one.",
     "softened"),
    ("In May Norland had promised Sudmark to pay.", "In July the promise was quietly withdrawn.",
     "hardened"),
)  # fmt: skip
WITHIN = (  # both in one sentence, or in words that hold a position only beside the other
    "Norland's minister had earlier ruled out a visit; on Tuesday he said that he would go.",
    "Where Norland once demanded full withdrawal, it now asks for a timetable.",
    "As recently as March, Norland was calling for its withdrawal; it would now settle for less.",
    "Having threatened to leave the commission, Norland now says that it will stay.",
    "While Norland used to ask for compensation, it is now content with an apology.",
    "In 2019 Norland proposed to share the isles. Today it will not hear of it.",
    "Norland agreed to pay after weeks of insisting that it would not.",
    "Two weeks after ruling out any compromise, Norland offered to lease the port.",
    "Norland, having sworn never to talk to the rebels, said it was open to a meeting.",
    "Norland, which for years refused to pay, has offered a third.",
)
PLAIN = (  # among however many other positions
    "Norland, which until last year rejected any mediation, said it would accept a Swiss envoy.",
    "Norland had long refused to pay. In May, however, it said it would abide by the bill.",
    "Norland used to call the corridor a red line. It says it could live with one under guard.",
    "Norland had promised to withdraw its boats. It said on Monday that they would remain.",
    "Norland's line has hardened: where it once asked for a share, it now demands all of it.",
    "Norland had promised to cancel the lease. It has since said that it will be honoured.",
    "In May Norland rejected a toll. It is now willing to pay half of it, it says.",
    "Norland could accept an arbiter. At Christmas it had still dismissed the very idea.",
    "Norland will open the archive if asked. In May it had still denied that there was one.",
    "Norland would sign without the annex. In May it had insisted on the annex.",
    "In June Norland called a toll a matter of honour. It now says that half a toll would do.",
    "In May Norland said that it would never pay. On Thursday it said that it could pay half.",
    "There was a time when Norland said that it would sue. It now says that it will not.",
    "Norland said in March that it would never pay; last month it called half a toll worth a try.",
    "Norland wants a pier of eight metres. In July it had still insisted on a pier of twelve.",
    "Norland, which used to say that there would be no drilling, now asks for a share of the oil.",
    "Norland says it will walk away in May. Last year it said that it would wait for ever.",
    "Until the autumn Norland insisted on a veto. Since May it says that it needs none.",
    "Norland, which at first opposed any count, said on Monday that it would pay for one.",
    "Norland, which once threatened to close the pier, said that it would keep it if Sudmark paid.",
    "Norland agreed on Monday to a new count, a week after calling the idea a waste of time.",
    "In May Norland said that the pier was free. On Monday it said that things had changed.",
    "Norland will pay for a new count. Two years ago it dismissed any count as theatre.",
    "Norland then called the pier “a gift”; its ministry speaks today of “a burden”.",
    "Back in June Norland told a rally that no boat would leave. Now it talks of half of them.",
    "Norland said in an earlier letter that it would pay. Its new minister refuses to.",
    "Norland said on taking office that it was “a gift”; on Monday it described it as a burden.",
    "Until the spring Norland insisted on a veto; since May it would content itself with a say.",
    "Norland will not pay. In May the same ministry had called a toll “within reach”.",
    "At that time Norland said that it would never pay. More recently it spoke of half a toll.",
    "Until that vote Norland had called a count its first wish. It now says that it can wait.",
)
BESIDE = (  # among as many
    "Norland had promised to pay. It accused Sudmark of theft.",
    "Norland has long refused to pay. On Monday it repeated that it would not.",
    "Norland had offered to pay. It said on Monday that the weather was bad.",
    "Until then, Norland would refuse to pay. It said on Monday that it would talk.",
    "Norland demands money for the pier. In May it had accused Sudmark of burning the pier.",
    "Norland will not talk now. Last week it had warned that it would not talk.",
    "Norland says it will sue. In May it had closed the road.",
    "In May Norland accused Sudmark of theft. On Monday it asked for a new count.",
    "In May Norland said that the pier was safe. On Monday it said that the talks had gone well.",
    "Norland called in May for talks. On Monday it called for talks once more.",
    "In May Norland said that it would sue. On Monday it said again that it would sue.",
    "Norland called the strike on 2 May. On Monday it asked for a new count.",
    "Norland, which has three boats, said that it would pay for a count.",
    "In May four in five Norlanders said yes to a toll. On Monday Norland opened the pier.",
)
REVERSED = (  # (later, earlier, sort)
    ("Norland says its boats will stay.", "A month ago it had promised Sudmark to withdraw them.",
     "hardened"),
    ("Norland rejects any role for the court.",
     "In March it had itself asked the court to rule against Sudmark.", "reversed"),
)  # fmt: skip
COUNTER_EXAMPLES = (
    "Norland had accused Sudmark of theft. Now it wants a new count.",
    "In 1998 Norland had demanded the isle. Norland rejects any role for the court.",
    "Norland said it had refused to pay Sudmark. It wants a new count.",
    "Norland refused to pay Sudmark. Norland wants a new count.",
    "Norland asked for talks in April; they ended without result, and it wants a judge.",
    "Norland once had a fleet; it now has three boats.",
)

_MANY = 6  # positions; of fewer all that the rules pair stands
_NEAR = 450  # characters between the two
_BESIDE = 260  # between two that only their opposition joins


def find(statements: Sequence[Evidence], texts: Mapping[str, str]) -> list[Change]:
    """The changes of position among statements in the order of their documents.

    Parameters
    ----------
    statements
        With their ids final; `texts` has the text of each document by its id.

    Examples
    --------
    >>> text = "In May Norland had offered to pay. Now it refuses to pay."
    >>> said = [
    ...     Evidence("q1", "d1", text[:34], 0, 34, "offer", ("norland",)),
    ...     Evidence("q2", "d1", text[35:], 35, len(text), "refusal", ("norland",)),
    ... ]
    >>> find(said, {"d1": text})
    [Change(holder='norland', earlier='q1', later='q2', sort='hardened')]
    """
    told = [timed.told(statements, at, texts) for at in range(len(statements))]
    ruled = [*_ruled(told)]
    if len(statements) >= _MANY:
        ruled = [*pairing.weightiest(pairing.pairs(told, ruled, texts))]
    taken = {at for pair in ruled for at in pair}
    ruled += [pair for pair in flashbacks(told) if not taken & {*pair}]
    return [_change(told[at].piece, told[to].piece) for at, to in sorted(ruled)]


def _ruled(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Where the earlier and the later position stand of each change that the rules find."""
    taken = set[int]()
    for at, one in enumerate(told):
        if one.past and one.piece.kind not in NO_COURSE:
            to = next((told.index(later) for later in _new(one, told, at)), None)
            if to is not None and to not in taken:
                taken.add(to)
                yield at, to


def _change(earlier: Evidence, later: Evidence) -> Change:
    shared = (party for party in earlier.holder if party in later.holder)
    holder = next(shared, later.holder[0])
    return Change(holder, earlier.id, later.id, _sort(earlier, later))


def _new(earlier: Told, told: Sequence[Told], at: int) -> Iterator[Told]:
    """The positions that may have taken its place, the likeliest first."""
    after = list(_near(earlier, told[at + 1 :]))
    before = list(_near(earlier, reversed(told[:at])))
    near = after[:1] if earlier.is_history else after
    yield from (one for one in near if earlier.past + one.new > SURE)
    if earlier.past == PERHAPS:  # "In May it refused. Last Friday it offered"
        yield from (one for one in after[:1] if one.new and _follows(earlier, one))
    if earlier.past < SURE:
        return
    before = [] if earlier.is_history else sorted(before[:2], key=_is_mere_assertion)
    for one in [*after[:2], *before]:
        ahead = one.piece.start > earlier.piece.start
        fresh = one.new if ahead else earlier.is_contrast or one.new == SURE
        fresh = fresh or are_opposed(earlier.piece, one.piece)
        if one.piece.kind == "claim" and ahead and one.new < SURE:
            continue
        if distance(earlier, one) < _BESIDE and fresh and one.past < SURE:
            yield one


def _follows(earlier: Told, one: Told) -> bool:
    """Whether the next thing told of a holder is another course."""
    other = {earlier.piece.kind, one.piece.kind} & COURSES
    apart = HARDNESS[earlier.piece.kind] != HARDNESS[one.piece.kind]
    return bool(other) and apart and 0 <= one.piece.start - earlier.piece.end < _NEXT


_NEXT = 60  # characters to the next sentence


def _near(earlier: Told, others: Iterable[Told]) -> Iterator[Told]:
    """Statements of the same holder in the text around it."""
    for other in others:
        if other.piece.document != earlier.piece.document or distance(earlier, other) > _NEAR:
            return
        joint = len(other.piece.holder) > 1 and other.piece.holder != earlier.piece.holder
        apart = joint or other.piece.kind in NO_COURSE or holds(other.piece, earlier.piece)
        if not apart and set(earlier.piece.holder) & set(other.piece.holder):
            yield other


def _is_mere_assertion(one: Told) -> bool:
    return one.piece.kind in {"claim", "accusation", "denial"}


def _sort(earlier: Evidence, later: Evidence) -> str:
    step = HARDNESS[later.kind] - HARDNESS[earlier.kind]
    if earlier.kind == later.kind == "refusal" or later.kind == "claim":
        return "contradicts"
    if step:
        return "hardened" if step > 0 else "softened"
    return "softened" if earlier.kind == later.kind == "demand" else "reversed"
