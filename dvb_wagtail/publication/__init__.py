"""The publication index: what the public may see of the pages, kept right by one function, `reconcile`.

Receivers only mark what was touched; after commit one reconcile reads the pages afresh and writes the differences.
Readers come in by `records` alone.
"""
