"""Pages that are made from the program itself: the reference of settings, and of the API."""
