DROP TABLE event_acts;
DROP TABLE turns;
DROP TABLE volunteers;
