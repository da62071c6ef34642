"""The signature of a manifest, held against the public key that somebody got another way than the copy."""

from typing import Final

from giar_site.sealing import SIGNATURE, check_signature
from giar_site.verifying.difference import Difference, Kind
from giar_site.verifying.files import Bounded
from giar_site.verifying.place import Gone, Place

_LARGEST: Final = 4096  # bytes of a signature


def difference_of_signature(place: Place, manifest: bytes, public_key: bytes) -> tuple[str, list[Difference]]:
    """The id of the key by which the bytes `manifest` are signed in `place`, or "" and what is wrong. Raises CannotGoOn where `public_key` is none.

    `manifest` is what was read and believed: to read it again could be to read another one.
    """
    try:
        with place.open(SIGNATURE) as file:
            signature = Bounded(file, _LARGEST).read()
    except Gone:
        check_signature(manifest, b"", public_key)  # a public key that is none is told in any case
        return "", [Difference(Kind.NO_SIGNATURE, SIGNATURE)]
    except OSError:
        return "", [Difference(Kind.UNREADABLE, SIGNATURE)]
    signed = check_signature(manifest, signature, public_key)
    return (signed.key, []) if signed.right else ("", [Difference(Kind.SIGNATURE, SIGNATURE, why=signed.why)])
