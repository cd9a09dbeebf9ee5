"""Views: what a page shows, as values; the templates decide how."""
