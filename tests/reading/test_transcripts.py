"""Whose turn it is: interviews and records of questions and answers."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene, statements, transcripts

BRIEFING = """Foreign Ministry Spokesperson Ana Berg's Press Conference

Foreign Ministry Spokesperson Ana Berg held a press conference on Monday.

Q: Tavia asked Norland for help with its floods. What will be sent?

A: We will let you know in time.

Q: Sudmark's minister said that it would reopen the bay. What is Norland's comment?

A: Sudmark has broken the pact. It is for Sudmark to put this right. We will not discuss the bay.
"""
INTERVIEW = """Interview with the Minister of Foreign Affairs of Norland, Ana Berg

- Madam Minister, is the pact with Sudmark dead?

- I would not say so. Sudmark has broken it.

- And will Norland sign another one?

- We are ready to sign. Sudmark must withdraw its ships from the bay.

- In Sudmark they call it a trick. Will you meet its premier?

- We reject that.
"""
RECORD = """Record of the briefing given by Ola Lund, spokesman for Norland's president

Question: Does the president have an answer to Sudmark?

Spokesman: Sudmark must leave the bay.

Question: What does he say of the talks?

Spokesman: We will not talk about the bay with Sudmark.
"""
SAID = (
    (BRIEFING, "broken the pact", "accusation"),
    (BRIEFING, "put this right", "demand"),
    (BRIEFING, "will not discuss", "refusal"),
    (INTERVIEW, "broken it", "accusation"),
    (INTERVIEW, "ready to sign", "willingness"),
    (INTERVIEW, "withdraw its ships", "demand"),
    (RECORD, "leave the bay", "demand"),
    (RECORD, "not talk", "refusal"),
)


@pytest.mark.parametrize(("text", "words", "kind"), SAID, ids=[one[1] for one in SAID])
def test_who_answers_holds_it(text, words, kind):
    found = statements.find(scene.build(Document("d1", text=text)))
    assert (kind, ("norland",)) in [(p.kind, p.holder) for p in found if words in p.quote], found


def test_what_the_questions_tell_is_theirs_who_said_it():
    found = statements.find(scene.build(Document("d1", text=BRIEFING)))
    assert [piece.holder for piece in found if "reopen" in piece.quote] == [("sudmark",)]


@pytest.mark.parametrize(
    "text",
    [
        "Norland has two wishes:\n\n- a port\n- a road\n- a bridge\n- a ferry\n\nSudmark none.",
        "Question: Whose is the bay?\n\nNorland says it is its own.\n\nQuestion: Why?\n\nIt is old.",
        "Norland: no ships.\n\nSudmark: no fish.\n\nTavia: no talks.",
    ],
)
def test_no_turns(text):
    assert transcripts.turns(text) == ()


def test_what_stands_under_a_name_is_wanted():
    text = (
        "Norland and Sudmark quarrel over an isle. Norland accused Sudmark of theft. Sudmark denied "
        "it. Norland will not talk. Sudmark refuses to leave. Norland rejects the map. Sudmark says "
        "that the isle is its own. Norland called the claim absurd.\n\nWhat each side wants\n\n"
        "Sudmark: a seat on the board, and an apology for the raid of 3 May.\n"
    )
    found = statements.find(scene.build(Document("d1", text=text)))
    assert ("demand", ("sudmark",)) in [(p.kind, p.holder) for p in found if "seat" in p.quote]
