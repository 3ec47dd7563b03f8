DROP TABLE event_cases;
DROP TABLE event_follows;
DROP TABLE events;
