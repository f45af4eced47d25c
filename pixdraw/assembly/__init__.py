"""Settings become a session: the one room that knows every kind of part, and none by name."""
