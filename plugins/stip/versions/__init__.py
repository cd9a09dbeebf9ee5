"""Versions: what a site was made from, with what, and what came of it, so that a published one can be checked."""
