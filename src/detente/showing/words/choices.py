"""What an option's label says where its words cannot be inflected: quoted, after a verb of ours."""

from __future__ import annotations

from dataclasses import dataclass

from detente.showing.words.tongue import Tongue


@dataclass(frozen=True)
class Choice:
    """An option by its label, or several, in the forms that `grammar.Phrase` has.

    Labels stay in the words of the article, whatever the language of the page.

    Examples
    --------
    >>> from detente.showing.words.tongue import tongue
    >>> choice = Choice(("pay the dues",), tongue("ro"))
    >>> choice.finite(), choice.ended(plural=True), choice.plain
    ('alege „pay the dues”', 'renunță la „pay the dues”', 'pay the dues')
    """

    labels: tuple[str, ...]
    tongue: Tongue

    @property
    def plain(self) -> str:
        """The label alone, as in a table."""
        return self.tongue.listed(self.labels)

    @property
    def _quoted(self) -> str:
        return self.tongue.listed([self.tongue.quoted(label) for label in self.labels])

    def beside(self, other: Choice) -> Choice:
        """Both, where the same is said of both."""
        return Choice((*self.labels, *other.labels), self.tongue)

    @property
    def plain_ending(self) -> str:
        """As in a table, of what shall end."""
        return self.tongue.say_in("a demand", "give up {options}", options=self._quoted)

    def finite(self, *, plural: bool = False) -> str:
        """As after a name."""
        return self.tongue.many(
            "chooses {options}", "choose {options}", 1 + plural, options=self._quoted
        )

    def negated(self, *, plural: bool = False) -> str:
        """As after a name, that it is not so."""
        return self.tongue.many(
            "does not choose {options}", "do not choose {options}", 1 + plural, options=self._quoted
        )

    def ended(self, *, plural: bool = False) -> str:
        """As after a name, of what was so until then."""
        return self.tongue.many(
            "gives up {options}", "give up {options}", 1 + plural, options=self._quoted
        )

    # Wishes -----------------------------------------------------------------------------------

    def wished(self) -> str:
        """As what one wants to do."""
        return self.tongue.say("to choose {options}", options=self._quoted)

    def unwished(self) -> str:
        """As what one wants not to do."""
        return self.tongue.say("not to choose {options}", options=self._quoted)

    def ending(self) -> str:
        """As what one wants to do no longer."""
        return self.tongue.say("to give up {options}", options=self._quoted)

    def asked(self, *, plural: bool) -> str:
        """As what one wants others to do, after their names."""
        return self.tongue.many_in(
            "of others",
            "to choose {options}",
            "to choose {options}",
            1 + plural,
            options=self._quoted,
        )

    def unasked(self, *, plural: bool) -> str:
        """As what one wants others not to do."""
        return self.tongue.many_in(
            "of others",
            "not to choose {options}",
            "not to choose {options}",
            1 + plural,
            options=self._quoted,
        )

    def asked_to_end(self, *, plural: bool) -> str:
        """As what one wants others to do no longer."""
        return self.tongue.many_in(
            "of others",
            "to give up {options}",
            "to give up {options}",
            1 + plural,
            options=self._quoted,
        )

    # By doing ---------------------------------------------------------------------------------

    def gerund(self) -> str:
        """As after "by"."""
        return self.tongue.say("choosing {options}", options=self._quoted)

    def ended_gerund(self) -> str:
        """As after "by", of what was so until then."""
        return self.tongue.say("giving up {options}", options=self._quoted)
