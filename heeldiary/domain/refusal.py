"""The one way in which this program says no."""


class Refused(Exception):
    """A wrong thing was asked for and nothing was changed.

    The text is one plain sentence (or two) for the owner: what is wrong, and what was kept.
    """
