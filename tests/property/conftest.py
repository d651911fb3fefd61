"""How the laws are tried: by default quickly; ``HYPOTHESIS_PROFILE=thorough`` takes minutes, ``hostile`` half an hour for one file."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("laws", deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("hostile", deadline=None, max_examples=40_000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "laws"))
