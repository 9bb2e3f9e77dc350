"""The record: reports, what they say, what belongs together and what people judged, in one database.

``db`` opens it (a SQLite file, or PostgreSQL by URL) and gives transactions to write or to ask in;
``tables`` is every table. All other modules hold functions that take such a transaction first.
"""
