DROP TABLE delivery_acts;
DROP TABLE deliveries;
