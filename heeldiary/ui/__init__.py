"""The window: the only place that knows Qt."""

from heeldiary.ui.imports import import_plainly

import_plainly()
