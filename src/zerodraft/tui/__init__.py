"""The screens: what a drafter sees and presses. Everything goes through the desk."""
