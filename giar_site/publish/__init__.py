"""Pages to disk: a whole new site takes the place of the old one, or nothing changes at all.

Knows no domain: a page is a path and its bytes. Whoever looks at the output folder, also after a `kill -9` or a
power cut at any moment, finds either the complete old site or the complete new one. POSIX only.

    with Publication(Path("site")) as publication:
        publication.write("dali-county/2020.html", page)
        publication.commit()
"""

from giar_site.publish.paths import PathClash, UnsafePath
from giar_site.publish.place import is_site
from giar_site.publish.publication import Publication

__all__ = ["PathClash", "Publication", "UnsafePath", "is_site"]
