-- Who has which place of the times at which somebody comes: the places of a time in a town are numbered from 1.
CREATE TABLE slot_places (
    town TEXT NOT NULL,
    slot TEXT NOT NULL,
    place INTEGER NOT NULL,
    case_id TEXT NOT NULL UNIQUE REFERENCES cases (id),
    PRIMARY KEY (town, slot, place)
);
