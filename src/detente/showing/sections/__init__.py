"""The sections of a brief, one file each: from a page's findings to blocks."""
