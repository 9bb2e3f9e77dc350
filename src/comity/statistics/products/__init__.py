"""What two economies could sell each other, by product: advantage, fit, ease and nearness; pure."""
