"""Hypothesis strategies for values, entities and whole records; needs the extra ``testing``.

``coopmodel.testing.records.agreements()`` gives whole records whose references hold, ``coopmodel.testing.entities`` one function for each
class (``commitments(strength=st.just("agreed"))``), ``coopmodel.testing.values`` one for each value type. Where this library is installed,
``st.from_type(Commitment)`` finds them by itself.
"""
