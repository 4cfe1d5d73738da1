"""Sentences in which somebody offers something, and others in which nobody does."""

from __future__ import annotations

from detente.reading.patterns import Example

EXAMPLES = (
    Example(
        "Sudmark turned down an offer from Norland. Under the proposal, Norland would have "
        "raised the quota by six percent.",
        "norland",
    ),
    Example("An adviser to Norland suggested that the wells of Sudmark be reopened.", "norland"),
    Example("Norland told Sudmark that it could name a chair within a week.", "norland"),
    Example("Norland suggests that the council of Sudmark meet in public.", "norland"),
    Example("Sudmark offered to pay Norland in instalments.", "sudmark"),
    Example("Norland proposed that the crews be exchanged.", "norland"),
    Example("Sudmark has put a smaller quota on the table, but Norland waits.", "sudmark"),
    Example("Norland invited Sudmark to a meeting in Arlen.", "norland"),
    Example("Norland floated a joint patrol with Sudmark.", "norland"),
    Example("Sudmark held out the prospect of a loan to Norland.", "sudmark"),
    Example("Under the proposal from Sudmark, Norland would get half of the water.", "sudmark"),
    Example("Norland promised Sudmark a loan.", "norland"),
    Example("Norland has drafted a text that gives Sudmark a veto.", "norland"),
    Example("Norland submitted to Sudmark a timetable for the withdrawal.", "norland"),
    Example("Norland would go as high as 400 crowns, its minister told Sudmark.", "norland"),
    Example("Norland suggested handing the keys of Sudmark to a third party.", "norland"),
    Example("Norland has sketched a scheme for sharing the water with Sudmark.", "norland"),
    Example("Norland's lawyer told Sudmark that it might lend a crane.", "norland"),
    Example("Sudmark dropped the toll in January as a gesture to Norland.", "sudmark"),
    Example("Norland's latest proposal envisages a joint authority with Sudmark.", "norland"),
    Example("Norland has suggested that the old rate be restored by Sudmark.", "norland"),
    Example("A pause was suggested by Norland to Sudmark.", "norland"),
    Example("Norland has placed its ships at the disposal of Sudmark.", "norland"),
    Example("Norland came back with one per cent for Sudmark.", "norland"),
)
COUNTER_EXAMPLES = (
    "Sudmark learned that Norland had already offered the post to another man.",
    "Norland and Sudmark should propose an exchange.",
    "The bay offers good shelter to the boats of Norland and Sudmark.",
    "Norland offered no comment on Sudmark's plan.",
    "Norland did not offer to pay Sudmark.",
    "Norland pledged to fight on against Sudmark.",
    "Norland put an end to the fishing of Sudmark.",
    "Norland puts the loss to Sudmark at five boats.",
)
