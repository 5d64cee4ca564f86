"""An image model of a site's own, as its first migration made it."""
