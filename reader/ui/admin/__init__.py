"""Administration: people, laptops, codes, room on the hub's disk, the log, the office's name and emblem."""
