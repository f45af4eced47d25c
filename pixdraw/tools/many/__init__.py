"""Many pictures from a list: its rows read, grouped, drawn here or on other machines, and what came of them told."""
