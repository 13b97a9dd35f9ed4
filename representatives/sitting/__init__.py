"""Who sits on a day: the list, what was reported since, what the law has ended, and how old it all is."""
