"""What sets up, runs and draws the program; nothing here is shipped."""
