"""Digitala Västerbotten as a site: what a region's web team would build on the package."""
