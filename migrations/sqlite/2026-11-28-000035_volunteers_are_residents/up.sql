-- Volunteers are residents now. Whoever was one among the staff keeps the name on what they did, and is let in no more.
UPDATE staff SET disabled = TRUE, role = 'crew' WHERE role = 'volunteer';
