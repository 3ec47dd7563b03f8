-- Whom staff call back, why, and what came of it: `next` is when to try again, `level` and `words` what was said. One that is
-- open asks about the latest finish of its case.
CREATE TABLE callbacks (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    kind TEXT,
    unit TEXT,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    due TIMESTAMP NOT NULL,
    next TIMESTAMP,
    tries INTEGER NOT NULL,
    level TEXT,
    words TEXT NOT NULL,
    opened TIMESTAMP NOT NULL,
    closed TIMESTAMP,
    staff_id TEXT REFERENCES staff (id)
);
CREATE INDEX callbacks_state ON callbacks (state, due);
CREATE INDEX callbacks_case ON callbacks (case_id);
CREATE INDEX callbacks_closed ON callbacks (closed);
-- Whether a rating was given on the phone, to somebody who called back.
ALTER TABLE ratings ADD COLUMN by_call BOOLEAN NOT NULL DEFAULT FALSE;
-- What the board counts of an order: whether somebody of the staff has it, a supervisor watches it, and how often units have
-- sent it back. The board is read from one index, in which what is due first stands first.
ALTER TABLE work_orders ADD COLUMN held BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE work_orders ADD COLUMN supervised BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE work_orders ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
UPDATE work_orders SET
    held = EXISTS (SELECT 1 FROM cases WHERE cases.id = work_orders.case_id AND cases.assignee_id IS NOT NULL),
    supervised = COALESCE((state::json ->> 'supervised')::boolean, FALSE),
    returned = COALESCE((state::json ->> 'returned')::integer, 0);
DROP INDEX work_orders_board;
CREATE INDEX work_orders_board ON work_orders (is_open, lead_id, unit, due, priority, case_id, held);
CREATE INDEX work_orders_supervised ON work_orders (supervised);
CREATE INDEX work_orders_returned ON work_orders (returned);
-- For figures of what was finished in a period.
CREATE INDEX cases_finished ON cases (finished);
