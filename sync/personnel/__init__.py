"""Lists of people from other programs: a file's rows, what its columns mean, what importing would change."""
