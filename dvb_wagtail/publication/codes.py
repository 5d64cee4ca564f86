"""Permanent codes: taken at first publication, never given to anybody else."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from uuid import UUID

from dvb_wagtail.core.codes import candidates
from dvb_wagtail.publication.tables import PermanentCode

LIKELY = 4
"""So many candidates of each identity are asked about at once; that all of them are taken will hardly ever be."""


def take(kind: str, code: str, identity: UUID) -> bool:
    """Make an acronym or key the current one of an identity. False if it belongs, or once belonged, to another."""
    row, created = PermanentCode.objects.get_or_create(kind=kind, scope="", code=code, defaults={"identity": identity})
    if row.identity != identity:
        return False
    if created or not row.current:
        PermanentCode.objects.filter(kind=kind, scope="", identity=identity, current=True).update(current=False)
        row.current = True
        row.save(update_fields=["current"])
    return True


def codes_of(kind: str, identities: Iterable[UUID]) -> dict[UUID, str]:
    """Return the six-character codes of identities; those that have none get one. Two queries, three if any is new."""
    identities = list(identities)
    if not identities:
        return {}
    rows = PermanentCode.objects.filter(kind=kind, scope="", identity__in=identities)
    codes = {row.identity: row.code for row in rows if row.identity}
    missing = [identity for identity in identities if identity not in codes]
    if not missing:
        return codes
    given = PermanentCode.objects.filter(kind=kind, scope="")
    first_choices = {code for identity in missing for code in islice(candidates(str(identity)), LIKELY)}
    taken = set(given.filter(code__in=first_choices).values_list("code", flat=True))
    for identity in missing:
        for code in candidates(str(identity)):
            is_known = code in first_choices
            if code not in taken and (is_known or not given.filter(code=code).exists()):
                break
        codes[identity] = code
        taken.add(code)
    PermanentCode.objects.bulk_create(
        PermanentCode(kind=kind, scope="", code=codes[identity], identity=identity) for identity in missing
    )
    return codes


def remember(scope: str, named: Iterable[tuple[str, str]]) -> None:
    """Keep codes (kind, code) of an edition or channel, so that addresses naming them are valid for ever."""
    named = set(named)
    known = set(PermanentCode.objects.filter(scope=scope).values_list("kind", "code"))
    PermanentCode.objects.bulk_create(
        PermanentCode(kind=kind, scope=scope, code=code) for kind, code in sorted(named - known)
    )
