-- Words and photos of residents that WeChat is asked about. `sealed` holds the words until there is a verdict.
CREATE TABLE vettings (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    version INTEGER,
    photo TEXT,
    openid TEXT NOT NULL,
    sealed TEXT NOT NULL,
    state TEXT NOT NULL,
    trace TEXT,
    attempts INTEGER NOT NULL,
    due TIMESTAMP NOT NULL
);
CREATE INDEX vettings_case ON vettings (case_id);
CREATE INDEX vettings_due ON vettings (state, due);
CREATE INDEX vettings_trace ON vettings (trace);
