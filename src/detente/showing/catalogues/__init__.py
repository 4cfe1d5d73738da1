"""The messages in the languages of the pages: gettext catalogues, and what they compile to."""
