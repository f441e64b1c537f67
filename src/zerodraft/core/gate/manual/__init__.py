"""Rules of house style after the Editorial Manual of the United Nations, as far as a program can look at them."""
