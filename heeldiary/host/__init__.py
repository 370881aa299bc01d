"""The computer around the program: its folders, its settings file, its log."""
