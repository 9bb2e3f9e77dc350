"""The record in other people's forms: JSON Lines out and in, tables, event data, calendar.

``shapes`` tells the form of the lines, ``lines`` writes them and ``restoring`` takes them in again;
``columns`` says what stands in the flat tables that ``sheets`` writes as csv, xlsx and parquet;
``events`` makes the tables of event data, ``calendar`` the entries of a calendar. Where the record
is asked, ``record.dump`` does it, row by row, so that a record of any size needs the same memory.
"""
