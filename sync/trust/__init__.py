"""Who may say what. Rules without input or output, that can be read aloud; each has its attack as a test."""
