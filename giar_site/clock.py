"""What day it is. The one place that asks the clock: nothing that is published may depend on it."""

import datetime as dt


def today() -> str:
    """The local date, YYYY-MM-DD."""
    return dt.datetime.now().astimezone().date().isoformat()
