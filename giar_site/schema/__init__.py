"""JSON Schemas (draft-07, which editors know best) of what agencies write, so that an editor completes, explains and warns.

An editor's word is help, giar's is the verdict: what giar only warns of, or cannot be said in a schema, passes here.
"""

from giar_site.schema.files import MARK, bindings, schemas, write_schemas
from giar_site.schema.vscode import bind_in_vscode, settings_text

__all__ = ["MARK", "bind_in_vscode", "bindings", "schemas", "settings_text", "write_schemas"]
