"""The rooms of the window, one file each; pages do not import pages."""
