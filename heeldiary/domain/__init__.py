"""What a diary is: records, factors, days and edits. Standard library only."""
