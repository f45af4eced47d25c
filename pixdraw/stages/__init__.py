"""What is done to a picture once it is drawn: made larger, given the style of others."""
