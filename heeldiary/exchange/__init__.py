"""Files that people bring and take away: one module a format, blind to where the diary is kept."""
