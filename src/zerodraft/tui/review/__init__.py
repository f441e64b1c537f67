"""Proposals on the screen: the queue, the paragraph as proposed, what competes with it, who says what of it."""
