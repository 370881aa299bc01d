"""A made-up life with ankylosing spondylitis: ``whole.py`` puts its parts together."""

from heeldiary.exchange.sample.whole import SAMPLE_LAST_DAY, sample_records

__all__ = ["SAMPLE_LAST_DAY", "sample_records"]
