"""Who is named: actors under all their names, and whom each phrase is about."""
