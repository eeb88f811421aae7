"""The window's English: collected from the sources, kept in a Qt Linguist file, compiled for the program.

``python -m tools.translations update | check | release``
"""
