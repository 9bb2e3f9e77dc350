"""One file for each form in which official statistics come."""
