"""Bring a diary file to the current schema; imported only when a file is behind (it is slow)."""

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from heeldiary.storage import migrations

MIGRATIONS = Path(migrations.__file__).parent


def migrate(connection: Connection, scripts: Path = MIGRATIONS) -> None:
    """Run every step that the file has not had yet. The caller holds the transaction.

    Each step sets ``user_version`` itself, in the same transaction as what it changes.
    """
    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
