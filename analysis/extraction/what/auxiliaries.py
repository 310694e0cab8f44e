"""The forms of "be" and "have", which stand before a participle ("were killed", "have been seen"), of "hold", and what supposes a verb."""

BE = frozenset("be been being is are was were".split())
HAVE = frozenset("have has had having".split())
HOLD = frozenset("held hold holds holding".split())
MODALS = frozenset("could may might would will".split())
FINITE = frozenset("is are was were has had".split())
PASSIVE = BE | frozenset("'re 's get got getting".split())
