"""How an act is said: a short verb phrase in the words of the article."""

import pytest

from detente.reading.drafting.acts import Register
from detente.reading.drafting.labels import is_sayable, label
from detente.reading.drafting.phrases import doings


def said(phrase, *, now=False):
    doing = doings(phrase)[0]
    return label(Register().literal("sudmark", doing, "q1", now=now).act)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("let the copper trains through", "let the copper trains through"),
        ("Norland lets the copper trains through again", "let the copper trains through"),
        ("humanitarian goods are let through", "let humanitarian goods through"),
        ("the trucks let go home", "let the trucks go"),
        ("both arbitration and direct negotiations", "go to arbitration"),
        ("an association of towns exists", "set up an association of towns"),
        ("get its safety", "guarantee its safety"),
        ("promise given", "give a promise"),
        ("there is a serious offer on the table", "put a serious offer on the table"),
        ("haul the states before the U.S. Supreme Court",
         "haul the states before the U.S. Supreme Court"),
        ("the delay was stretched to four hours", "stretch the delay to four hours"),
        ("look again at the premium", "look again at the premium"),
        ("staffing came down from six to four", "cut staffing from six to four"),
        ("no rent is coming in", "pay rent"),
        ("there is no more threat to Norlandic soil", "remain a threat to Norlandic soil"),
        ("close three schools", "keep three schools open"),
        ("want the matter taken to the river commission", "take the matter to the river commission"),
        ("the lifts replaced", "replace the lifts"),
        ("the ferries sailed", "let the ferries sail"),
        ("the villagers were allowed to visit the shrine", "allow the villagers to visit the shrine"),
        ("raise bills", "raise bills"),
        ("those doors are unlocked", "open the doors"),
        ("the truth about the mines", "tell the truth about the mines"),
        ("go to the ombudsman", "go to the ombudsman"),
        ("dangerous cladding is removed", "keep dangerous cladding"),
    ],
)  # fmt: skip
def test_a_label_reads_as_the_article_has_it(phrase, found):
    assert said(phrase) == found


def test_what_goes_on_without_an_object_is_kept_up():
    assert said("stop firing") == "keep firing"


@pytest.mark.parametrize(
    "phrase", ["no talks under duress", "pay as asked", "the basis", "hold his hand on the tap"]
)
def test_what_says_nothing_is_not_sayable(phrase):
    doing = doings(phrase)[-1] if "duress" not in phrase else doings("duress")[0]
    assert not is_sayable(Register().literal("sudmark", doing, "q1").act)
