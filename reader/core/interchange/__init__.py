"""Marks for other programs and from them: PDF annotations, XFDF, Word, Markdown.

The conversions are pure; only ``taking_out`` and ``taking_in`` touch a book or a file.
"""
