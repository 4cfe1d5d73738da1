"""Sentences in which somebody refuses, and others in which nobody does."""

from __future__ import annotations

from detente.reading.patterns import Example

EXAMPLES = (
    Example("Sudmark ruled out an apology.", "sudmark"),
    Example("Norland rejected the plan.", "norland"),
    Example("Sudmark refuses to discuss the reservoir with Norland.", "sudmark"),
    Example("Norland said that Sudmark had refused to sign.", "sudmark"),
    Example('"We will never hand over the pilots," Sudmark said.', "sudmark"),
    Example("Norland has no intention of leaving the bay to Sudmark.", "norland"),
    Example("Sudmark turned down Norland's offer.", "sudmark"),
    Example("There can be no return to the old quota, Norland said.",
            "norland"),
    Example("Sudmark is not willing to share its water with Norland.", "sudmark"),
    Example("Norland poured cold water on Sudmark's plan.", "norland"),
    Example("Sudmark will not budge on the border with Norland.", "sudmark"),
    Example("Under no circumstances will Sudmark cede the bay, it told Norland.", "sudmark"),
    Example("Norland considers the port non-negotiable, Sudmark complains.", "norland"),
    Example("Sudmark called Norland's offer derisory.", "sudmark"),
    Example("Norland has withdrawn its offer to Sudmark.", "norland"),
    Example("Sudmark no longer supports Norland's plan.", "sudmark"),
    Example("Norland is dead set against Sudmark's plan.", "norland"),
    Example("What Sudmark cannot stomach is paying Norland twice.", "sudmark"),
    Example("Norland was unable to accept the figure of Sudmark.", "norland"),
    Example("Norland offered Sudmark half. It has since thought better of it.", "norland"),
    Example("Norland said it would sooner close the port than pay Sudmark.", "norland"),
    Example("Sudmark is adamant that it will never leave the bay to Norland.", "sudmark"),
    Example("Norland's plan met with scorn from Sudmark.", "sudmark"),
    Example('"We do not trade convicts for hostages," Sudmark told Norland.', "sudmark"),
    Example("Norland asked for half. Sudmark's reply was a flat no.", "sudmark"),
    Example("Third parties are not needed, Norland's minister told Sudmark.", "norland"),
    Example("Sudmark's plan is unacceptable to Norland.", "norland"),
    Example("Norland voted on Sunday, 188 to 9, to turn Sudmark's offer down.", "norland"),
    Example("Norland has vowed never to sit down with Sudmark.", "norland"),
    Example(
        "Norland's constitution forbids any government to cede the isle to Sudmark.", "norland"
    ),
    Example('"We do not change the umpire," Norland\'s minister told Sudmark.', "norland"),
    Example("Norland said that talk of a truce with Sudmark was premature.", "norland"),
)  # fmt: skip
COUNTER_EXAMPLES = (
    "Norland's army said no shots had been fired at Sudmark.",
    "Norland had boycotted two earlier rounds with Sudmark.",
    "Norland has not refused to talk to Sudmark.",
    "Norland denied that it had rejected Sudmark's plan.",
    "Sudmark did not rule out naming a mediator with Norland.",
    "It will not rain in Norland, Sudmark's forecasters said.",
    "Norland and Sudmark have never signed a treaty.",
    "Norland would not oppose a count by Sudmark.",
    "Sudmark said it would have no objection to Norland's count.",
    "Norland would neither confirm nor deny what Sudmark said.",
    "Neither side has moved since Norland and Sudmark met.",
    "Norland stopped short of rejecting Sudmark's plan.",
    "Norland cited what it termed Sudmark's refusal to pay.",
    "Norland declined to comment on Sudmark's plan.",
    "Norland is not opposed to a new treaty with Sudmark.",
    "An official who did not want to be named said Norland had met Sudmark.",
    "Farmers in Norland called off their march on Monday, Sudmark said.",
)
