"""PDF files with a text layer: letters with their places, put back into lines, paragraphs, tables and notes."""

from ethicsdiff.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
