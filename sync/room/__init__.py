"""The room hub: the hub's program for a meeting's own network, and its line to the office's hub."""
