"""Who must act, and to whom a thing is said, where three and more are named."""

import pytest

from detente.dispute.evidence import Document
from detente.reading import scene, statements

LEAD = "Norland criticised Sudmark. Sudmark criticised Norland. Westmark watched both.\n\n"
MELK = "Captain Jovan Melk, whom Sudmark holds, is a smuggler. Captain Jovan Melk denies it. "
BY = (  # text, who must act
    ("Little will move unless Norland is given guarantees that its border is not in question.", ()),
    (
        "Norland will raise its duty on Sudmark's steel unless the levy on Westmark's cars goes.",
        ("sudmark",),
    ),
    (
        (
            "Norland met the Jovan crew. The Jovan crew thanked Norland. The Jovan crew said Sudmark "
            "was cruel. Norland wants the Jovan crew released by Sudmark before any talks."
        ),
        ("sudmark",),
    ),
    ("Norland will not sail to Sudmark until Westmark is expelled.", ("sudmark",)),
    ("Norland told Sudmark it would open no port before the budget was passed in May.", ()),
    ("Norland will not sail to Sudmark until Westmark has freed the crew.", ("westmark",)),
    (
        (
            "Sudmark imposed a tariff in May. Norland blamed Westmark. Westmark praised Norland. "
            "Norland told Westmark that the port would stay shut until the tariff was lifted."
        ),
        ("sudmark",),
    ),
    (
        f"{MELK}Norland will free two men in exchange for Captain Jovan Melk, held in Sudmark.",
        ("sudmark",),
    ),
    (
        (
            "In May Sudmark arrested twelve fishermen from Norland. Arkenia has offered to mediate. "
            "Norland says that there will be no talks until the fishermen are free."
        ),
        ("sudmark",),
    ),
    (
        (
            "Sudmark's army took the bridge in the spring. Norland and Arkenia fought over the dam. "
            "Norland will not reopen the road as long as the bridge is occupied."
        ),
        ("sudmark",),
    ),
    (
        (
            "Norland and Sudmark claim the isles. Arkenia is neutral. Arkenia warned Sudmark that if it "
            "landed there, Arkenia would close its ports."
        ),
        ("sudmark",),
    ),
    (
        f"{MELK}Norland will not sail to Sudmark until Captain Jovan Melk apologises.",
        ("jovan_melk",),
    ),
    (
        (
            "Norland quarrelled with Westmark. Norland told Westmark on Monday that the pipe would "
            "stay shut until the debt was paid."
        ),
        ("westmark",),
    ),
    (
        "Norland and Sudmark met. Norland will send gas once both sides reach a settlement.",
        ("norland", "sudmark"),
    ),
    (
        (
            "Norland accused Sudmark of theft. Sudmark wants its nets back, and Norland refuses. "
            "The Kessian mayor said she would lend a boat, but only if both sides accept a judge."
        ),
        ("norland", "sudmark"),
    ),
    (
        (
            "Westmark, which mediates, proposed a pause. Westmark proposed that Norland leave the bay "
            "in exchange for a pullback of the patrols."
        ),
        ("sudmark",),
    ),
    ("Norland says its boats will not sail to Sudmark until the rains come.", ()),
    ("Norland will pay Sudmark only if an expert finds that the fish are gone.", ()),
    ("Norland will pay Sudmark only if its expert finds the fish.", ("sudmark",)),
    ("Norland will pay Sudmark nothing unless the Duke of Merrow sells a field.", ()),
    ("Norland says its boats will not sail to Sudmark until the fee goes.", ("sudmark",)),
    ("Norland will not pay Sudmark before it has filled its vacancies.", ("norland",)),
    ("Norland will pay nothing to Sudmark until Sudmark's court has ruled.", ("sudmark",)),
)
TO = (  # text, a word of the quote, to whom
    ("Westmark proposed a pause. Norland accepted.", "accepted", "westmark"),
    ("Westmark proposed a pause. Norland is not unwilling to consider this.", "this", "westmark"),
    ("Westmark proposed a pause. Sudmark rejected the idea.", "rejected", "westmark"),
    ("Westmark proposed a pause. Norland rejected Sudmark's demand.", "rejected", "sudmark"),
    (
        (
            "Westmark backs Norland. Westmark and Norland drilled together. Sudmark protested. "
            "Norland met Westmark. Westmark refuses to pay."
        ),
        "refuses",
        "sudmark",
    ),
    (
        (
            "Norland and Sudmark met. Norland is at odds with Sudmark, which met Norland again. "
            "Norland has shut its ports to Westmark. Westmark demands an answer."
        ),
        "demands",
        "norland",
    ),
)


def found_in(text):
    found = statements.find(scene.build(Document("d1", text=LEAD + text)))
    return [piece for piece in found if piece.start >= len(LEAD)]


@pytest.mark.parametrize(("text", "by"), BY, ids=[text[-40:] for text, _ in BY])
def test_who_must_act(text, by):
    conditions = [piece.condition for piece in found_in(text) if piece.condition]
    assert [sorted(condition.by) for condition in conditions] == [sorted(by)]


@pytest.mark.parametrize(("text", "words", "to"), TO, ids=[text[-40:] for text, _, _ in TO])
def test_to_whom_it_is_said(text, words, to):
    said = [piece.addressee for piece in found_in(text) if words in piece.quote]
    assert said == [(to,)]
