"""Two and more texts: alignment, redline, lineage, anchors."""
