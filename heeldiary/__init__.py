"""Heel Diary: a private diary of heel and back pain."""

__version__ = "0.1.0"
