-- Who they were is not known any more; nothing of the tables is otherwise.
SELECT 1;
