"""Opinions and replies on the screen: their words, their rows, and writing one."""
