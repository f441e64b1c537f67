"""What delegations said, on the screens: the list, the thread, what can be filtered and recorded."""
