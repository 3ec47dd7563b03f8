-- What is taken next is the oldest that waits: found in that order, not sorted out of all that wait.
CREATE INDEX outbox_order ON outbox (state, created, id);
DROP INDEX outbox_due;
