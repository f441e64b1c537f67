"""What the draft screen is made of: outline, marks at the margin, the text under the drafter's hands."""
