"""Documents for the office's own use, as Word and Excel read them."""
