"""Hosting: what a built site asks of the server that it stands on, and of the network around it."""
