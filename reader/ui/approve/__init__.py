"""Looking at a submitted packet and approving it."""
