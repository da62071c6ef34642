"""The contact block, the same wherever it is written."""

from giar_site.load.fields import Fields
from giar_site.model import Contact


def read_contact(fields: Fields) -> Contact:
    """Read office, address, postcode, telephone, email."""
    contact = Contact(*(fields.text(key) for key in Contact._fields))
    fields.finish()
    return contact
