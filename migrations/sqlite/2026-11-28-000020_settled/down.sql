ALTER TABLE bills DROP COLUMN paid_here;
