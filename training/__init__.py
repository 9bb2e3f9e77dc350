"""The recipe that makes Comity's language model from data; not installed with the package."""
