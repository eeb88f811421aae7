"""A person's laptops, and the note key on its way between them."""
