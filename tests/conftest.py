"""What all tests share."""

from hypothesis import settings

# No example fails for being slow: a busy machine is no fault of the code.
settings.register_profile("giar", deadline=None)
settings.load_profile("giar")
