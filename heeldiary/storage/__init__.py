"""The only place that knows SQL: one diary is one SQLite file."""
