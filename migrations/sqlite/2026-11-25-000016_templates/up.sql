CREATE TABLE templates (
    id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
);

CREATE TABLE template_versions (
    template_id TEXT NOT NULL REFERENCES templates (id),
    version INTEGER NOT NULL,
    at TIMESTAMP NOT NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    service TEXT,
    occasion TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    words_zh TEXT NOT NULL,
    words_en TEXT NOT NULL,
    removed BOOLEAN NOT NULL,
    PRIMARY KEY (template_id, version)
);
