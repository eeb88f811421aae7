"""Voting: the motions, the ballot and its confirmation, the trail, the result."""
