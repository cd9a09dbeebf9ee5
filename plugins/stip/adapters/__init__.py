"""Adapters: one module for each host that publishes what Stip makes."""
