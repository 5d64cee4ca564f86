"""The domain as plain, frozen data, and the rules on it. Knows no Django, no clock, no database."""
