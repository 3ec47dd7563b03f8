-- What a case is as a work order. `state` is JSON and says all; the other columns are what is looked for: the town and unit
-- of its case, the clock that is due first (none while they stand still), when time brings something about next, by when
-- whoever filed is to hear something, and the cases with which it was joined and of which it is a part.
CREATE TABLE work_orders (
    case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id),
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    priority INTEGER NOT NULL,
    town TEXT,
    unit TEXT,
    is_open BOOLEAN NOT NULL,
    clock TEXT,
    due TIMESTAMP,
    alarm TIMESTAMP,
    answer TIMESTAMP,
    lead_id TEXT REFERENCES cases (id),
    whole_id TEXT REFERENCES cases (id),
    opened TIMESTAMP NOT NULL
);
CREATE INDEX work_orders_board ON work_orders (is_open, unit, due, priority);
CREATE INDEX work_orders_alarm ON work_orders (alarm);
CREATE INDEX work_orders_answer ON work_orders (answer);
CREATE INDEX work_orders_lead ON work_orders (lead_id);
CREATE INDEX work_orders_whole ON work_orders (whole_id);
-- The unit that somebody works for, and the post that they hold: head of it, or duty manager.
ALTER TABLE staff ADD COLUMN unit TEXT;
ALTER TABLE staff ADD COLUMN post TEXT;
