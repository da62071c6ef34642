"""Records → pages (bytes). Views hold finished text, templates hold no logic, and nothing here touches the disk but the theme."""

from giar_site.render.frame import POLICY
from giar_site.render.page import FIGURES_CSV, Page
from giar_site.render.renderer import Renderer

__all__ = ["FIGURES_CSV", "POLICY", "Page", "Renderer"]
