"""Official statistics: from bytes of a table or an answer to observations; pure, no network and no record."""
