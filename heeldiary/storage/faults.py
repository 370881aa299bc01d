"""What the database says when something fails, in words that help the owner."""

from pathlib import Path

from heeldiary.domain.refusal import Refused

_SENTENCES = (
    ("disk is full", "The disk is full, so nothing was written; “{name}” is as it was."),
    (
        "readonly",
        "“{name}” is in a place that cannot be written, so nothing was changed.",
    ),
    (
        "foreign key",
        "A record that others name would be missing, so nothing was written.",
    ),
    (
        "constraint failed",
        "Something in this change cannot be kept in a diary, so nothing was written.",
    ),
    (
        "locked",
        "“{name}” is being written by another program just now. Nothing was changed.",
    ),
    (
        "malformed",
        "“{name}” is damaged. It was left as it is and nothing was changed.",
    ),
    (
        "not a database",
        "“{name}” is not a Heel Diary file, or it is damaged. It was left as it is.",
    ),
    (
        "unable to open",
        "“{name}” cannot be opened; its folder may not be readable or writable.",
    ),
    (
        "disk i/o error",
        "The disk reported an error while “{name}” was being used. Nothing was changed.",
    ),
)


def refusal_for(error: Exception, path: Path) -> Refused:
    """The sentence for an error of the database driver."""
    error = getattr(error, "orig", None) or error  # without the statement that SQLAlchemy adds
    said = str(error).casefold()
    for sign, sentence in _SENTENCES:
        if sign in said:
            return Refused(sentence.format(name=path.name))
    return Refused(
        f"“{path.name}” could not be used ({type(error).__name__}). Nothing was changed."
    )
