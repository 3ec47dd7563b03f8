DROP TABLE preparations;
