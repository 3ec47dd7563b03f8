-- How far the work on a case has come, as JSON: the step it is at, what was quoted, what came out. Without a step it is
-- at its first one.
ALTER TABLE cases ADD COLUMN work TEXT NOT NULL DEFAULT '{}';
