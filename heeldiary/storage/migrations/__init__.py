"""The steps from one schema to the next; a step that was released is never edited again."""
