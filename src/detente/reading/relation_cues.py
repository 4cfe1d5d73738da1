"""What words tell a relation of which kind, with examples beside them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """The words of one kind of relation.

    `verbs`: subject → object ("A backs B"); `prepositional`: verb and the preposition before the
    other side ("ally with"); `nouns`: "A's alliance with B"; `states`: "B-backed", "backed by B".
    """

    name: str
    verbs: str = ""
    prepositional: str = ""  # verb:preposition
    nouns: str = ""  # noun:preposition
    states: str = ""  # participles
    examples: tuple[tuple[str, str, str | None], ...] = ()  # (text, source, target)
    counter_examples: tuple[str, ...] = ()


KINDS = (
    Kind(
        "claims",
        verbs="claim",
        prepositional="lay:to assert:over insist:on",
        nouns="claim:to claim:on claim:over sovereignty:over",
        examples=(
            ("Greece claims the Skerry Islands.", "greece", "Skerry Islands"),
            ("The Skerry Islands, which Greece claims, lie idle.", "greece", "Skerry Islands"),
            ("Greece regards the Skerry Islands as its own.", "greece", "Skerry Islands"),
            ("Greece has laid claim to the Skerry Islands.", "greece", "Skerry Islands"),
            ("Norway rejects Greece's claim to the Skerry Islands.", "greece", "Skerry Islands"),
        ),
        counter_examples=(
            "Greece claims that the boats left.",
            "The rebels claimed responsibility for the attack on Greece.",
            "Greece does not claim the Skerry Islands.",
            "Greece could claim the Skerry Islands.",
        ),
    ),
    Kind(
        "controls",
        verbs="control occupy administer govern hold annex rule seize capture take_over run",
        nouns="control:of control:over occupation:of administration:of annexation:of",
        states="control occupy administer hold govern annex rule run",
        examples=(
            ("Norway has administered the Skerry Islands since 1962.", "norway", ("Skerry"
             " Islands")),
            ("The Skerry Islands are controlled by Norway.", "norway", "Skerry Islands"),
            ("Norway, which holds most of the Oltar valley, is silent.", "norway", ("Oltar"
             " valley")),
            ("Greece protests at Norway's occupation of the Skerry Islands.", "norway",
             "Skerry Islands"),
        ),
        counter_examples=(
            "Norway held talks with Greece.",
            "Norway holds Greece responsible.",
            "Norway held a referendum in March.",
            "Norway wants to control the Skerry Islands.",
        ),
    ),
    Kind(
        "sanctions",
        verbs="sanction blacklist",
        prepositional="impose:on impose:against slap:on levy:on",
        nouns="sanction:against sanction:on tariff:on tariff:against embargo:against embargo:on "
        "duty:on levy:on ban:on restriction:on curb:on",
        examples=(
            ("Greece imposed sanctions on Norway.", "greece", "norway"),
            ("Norway complains of Greek sanctions against its banks and Norway's ports.", "greece",
             "norway"),
            ("Greece raised its tariffs on Norwegian steel.", "greece", "norway"),
        ),
        counter_examples=("Greece may impose sanctions on Norway.", ("Greece lifted its tariffs"
         " on Norwegian steel.")),
    ),
    Kind(
        "aligned",
        verbs="back support shelter arm finance fund defend",
        prepositional="ally:with side:with align:with stand:by stand:with stand:behind "
        "fight:beside fight:alongside supply:to sell:to send:to",
        nouns="ally:of alignment:with alliance:with partnership:with support:for backing:for "
        "friend:of supporter:of backer:of solidarity:with pact:with patron:of",
        states="back support arm finance fund ally equip",
        examples=(
            ("Norway backs Qatar.", "norway", "qatar"),
            ("Norway, an ally of Qatar, is silent.", "norway", "qatar"),
            ("Norway, backed by Qatar, is silent.", "qatar", "norway"),
            ("Norway's alliance with Qatar worries Greece.", "norway", "qatar"),
        ),
        counter_examples=(
            "Norway supports a return to talks with Qatar.",
            "Norway does not back Qatar.",
            "Norway backed away from the plan for Qatar.",
        ),
    ),
    Kind(
        "opposes",
        prepositional="quarrel:with",
        nouns="enemy:of rival:of foe:of adversary:of",
        examples=(("Norway, the rival of Greece, is silent.", "norway", "greece"),),
    ),
    Kind(
        "recognises",
        verbs="recognise recognize",
        nouns="recognition:of",
        examples=(
            ("In 2020 Norway recognised Greece's sovereignty there.", "norway", "greece"),
        ),
        counter_examples=("Qatar recognised that the talks had failed.",
                          "Qatar may recognise Greece's claim."),
    ),
    Kind(
        "not_recognises",
        examples=(
            ("Qatar does not recognise Greece.", "qatar", "greece"),
            ("Qatar refuses to recognise Greece.", "qatar", "greece"),
            ("Qatar has never recognised the Skerry pact.", "qatar", "Skerry pact"),
        ),
    ),
    Kind(
        "mediates",
        verbs="mediate broker host arbitrate",
        prepositional="mediate:between mediate:in shuttle:between",
        nouns="mediation: go-between: intermediary: mediator: effort:",
        states="mediate broker host lead sponsor facilitate",
        examples=(
            ("Qatar is mediating between Greece and Norway.", "qatar", None),
            ("Talks mediated by Qatar between Greece and Norway ended.", "qatar", None),
            ("Qatar, which has acted as a go-between since 2019, is silent.", "qatar", None),
            ("Greece and Norway met under Qatar's mediation.", "qatar", None),
        ),
        counter_examples=("Norway ruled out any mediation.", "Qatar hosted the games.",
                          "Qatar has offered to mediate.", "Greece refused to mediate."),
    ),
)  # fmt: skip
