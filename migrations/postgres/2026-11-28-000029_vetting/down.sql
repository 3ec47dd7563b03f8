DROP TABLE vettings;
