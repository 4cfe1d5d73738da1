"""Who is on whose side, in many words for it, also where he is told of only once."""

from __future__ import annotations

import pytest

from detente.dispute.evidence import Document
from detente.reading import reader

STATES = """Norland and Sudmark could not agree on Monday who should fish around the Skerry Islands.

Norland will not reopen the port until Sudmark withdraws its patrols, the foreign ministry in Norhaven
said. Sudmark demanded that Norland lift its blockade. Both sides accuse each other of bad faith.

{}

Norland says that it will not give way. The foreign ministry of Sudmark rejected the demand.
"""
STRIKE = """The strike at Ostrava Port entered its third week on Monday.

The Harbour Workers' Union will not return to work unless Ostrava Port reinstates six dockers, its
secretary Olaf Kern said. The port says it will not negotiate until the strike is called off. The union
demanded that the port pay overtime.

{}

The port said that its offer stood. The union rejected it.
"""
QUARRY = """The quarrel over the quarry at Halm goes on.

The Halm Residents will not withdraw their objection unless Corvan Quarries gives up the extension,
their chairman Olaf Kern said. Corvan Quarries says it will not talk until the residents drop their
lawsuit. The residents demanded that the company stop blasting.

{}

The company said that it would go on. The residents rejected its offer.
"""
UNION, PORT = "harbour_workers_union", "ostrava_port"
BACKED = (
    (STATES, "Vestria has come out in support of Sudmark.", "vestria", "sudmark"),
    (STATES, "Vestria, a close partner of Sudmark, abstained.", "vestria", "sudmark"),
    (STATES, "Vestria, Sudmark's main arms supplier, is silent.", "vestria", "sudmark"),
    (
        STATES,
        "Norland can count on Vestria, with which it signed a security pact in 2021.",
        "vestria",
        "norland",
    ),
    (STATES, "Vestria has thrown in its lot with Norland.", "vestria", "norland"),
    (STATES, "Vestria has long been the protector of Sudmark.", "vestria", "sudmark"),
    (STATES, "Peru called Norland's demand legitimate.", "peru", "norland"),
    (STATES, "Peru assured Norland of its support.", "peru", "norland"),
    (STATES, "Peru holds joint exercises with Norland every spring.", "peru", "norland"),
    (STATES, "Peru has troops with Sudmark.", "peru", "sudmark"),
    (STATES, "Peru has made no secret of its sympathy for Sudmark.", "peru", "sudmark"),
    (STATES, "Peru, on whose loans Sudmark depends, is silent.", "peru", "sudmark"),
    (STATES, "Peru stands with Norland, Qatar with Sudmark.", "peru", "norland"),
    (STATES, "Vestria, which has no coast of its own, sides with Sudmark.", "vestria", "sudmark"),
    (STATES, "Vestria surprised diplomats by siding with Sudmark.", "vestria", "sudmark"),
    (STATES, "Since 2020 Vestria has lined up with Sudmark.", "vestria", "sudmark"),
    (STATES, "Norland's closest partner is Peru, which sells it radar.", "peru", "norland"),
    (STATES, "Peru sent Sudmark weapons by the planeload.", "peru", "sudmark"),
    (STATES, "Sudmark's survival has depended on Peru.", "peru", "sudmark"),
    (STATES, "Peru shares Norland's view that it is legal.", "peru", "norland"),
    (STRIKE, "The chamber of commerce is with the port.", "chamber", PORT),
    (STRIKE, "The seamen's union, UNSA, joined the picket line on Tuesday.", "unsa", UNION),
    (STRIKE, "The Clerks' Union sides with management.", "clerks_union", PORT),
    (STATES, "Sudmark has found an ally in Peru.", "peru", "sudmark"),
    (STATES, "Peru sides with Norland. Qatar is on the other side.", "qatar", "sudmark"),
    (STATES, "Norland and Peru are members of the same alliance.", "norland", "peru"),
    (STRIKE, "The shipping lines stand behind the port.", "lines", PORT),
    (STRIKE, "Neighbouring clubs side with the port.", "clubs", PORT),
    (STRIKE, "The churches are with the strikers.", "churches", UNION),
    (STRIKE, "The farmers' association says the dockers are right.", "farmers", UNION),
    (STRIKE, "The chamber of commerce urged the port not to give in.", "chamber", PORT),
    (STRIKE, "The students' union marched with the dockers on Saturday.", "students", UNION),
    (STRIKE, "The Crane Operators' Union says it will not cross the picket line.", "crane", UNION),
    (STRIKE, "The Truckers' League has given money to the strike fund.", "truckers", UNION),
    (QUARRY, "The parish council supports the extension.", "parish_council", "corvan_quarries"),
    (QUARRY, "Esk Anglers are paying the residents' legal costs.", "esk_anglers", "halm_residents"),
    (
        QUARRY,
        "Farmers along the lane have rallied round the residents.",
        "farmers",
        "halm_residents",
    ),
)
NOT_BACKED = (
    (STATES, "Peru called Norland's demand neither fair nor new."),
    (STATES, "Vestria has no sympathy for either of them."),
    (STRIKE, "Behind closed doors the tone is softer."),
    (STRIKE, "The contract is on one side of the ledger."),
    (STRIKE, "The lorries will cross the bridge."),
    (QUARRY, "The figures support the extension."),
)


def aligned(frame: str, sentence: str) -> set[frozenset[str]]:
    found = reader.read([Document("", text=frame.format(sentence))]).relations
    return {frozenset({r.source, r.target or ""}) for r in found if r.kind == "aligned"}


@pytest.mark.parametrize(("frame", "sentence", "who", "whom"), BACKED)
def test_who_is_on_whose_side(frame: str, sentence: str, who: str, whom: str) -> None:
    pairs = [pair - {whom} for pair in aligned(frame, sentence) if whom in pair]
    assert any(one.startswith(who) or who in one for pair in pairs for one in pair)


@pytest.mark.parametrize(("frame", "sentence"), NOT_BACKED)
def test_who_takes_no_side(frame: str, sentence: str) -> None:
    assert not aligned(frame, sentence)
