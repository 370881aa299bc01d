"""Starts the window from a checkout."""

from heeldiary.cli import window

if __name__ == "__main__":
    window()
