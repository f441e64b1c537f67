"""What Home shows, made of what the desk says: rows, sentences, what a filter finds."""
