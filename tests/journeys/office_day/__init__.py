"""One meeting of an office, from a folder of files to its archive: a module for each part of the day."""
