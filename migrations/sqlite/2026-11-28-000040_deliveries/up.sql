-- Emergency water: a truck and its stops, JSON in their order.
CREATE TABLE deliveries (
    id TEXT NOT NULL PRIMARY KEY,
    outage_id TEXT NOT NULL REFERENCES outages (id),
    truck TEXT NOT NULL,
    litres INTEGER NOT NULL,
    unit TEXT NOT NULL,
    stops TEXT NOT NULL,
    until TIMESTAMP NOT NULL,
    version INTEGER NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    planned TIMESTAMP NOT NULL
);
CREATE INDEX deliveries_outage ON deliveries (outage_id);
CREATE INDEX deliveries_until ON deliveries (until);
-- Water that was given at a stop, by its place in the list; once a stop, and once a key.
CREATE TABLE delivery_acts (
    delivery_id TEXT NOT NULL REFERENCES deliveries (id),
    stop INTEGER NOT NULL,
    litres INTEGER NOT NULL,
    at TIMESTAMP NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    key TEXT NOT NULL,
    PRIMARY KEY (delivery_id, stop)
);
CREATE UNIQUE INDEX delivery_acts_key ON delivery_acts (staff_id, key);
