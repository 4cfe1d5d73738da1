"""From a brief's blocks to what people read: a page, a terminal."""
