"""A site with a base page model of its own, which lacks what Wagtail's Page has beside the tree."""
