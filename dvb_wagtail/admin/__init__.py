"""What editors see of the package in Wagtail's admin, beside the page forms."""
