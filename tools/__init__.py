"""What people who work on Sổ Họp run; nothing of it is part of the program."""
