DROP TABLE debit_items;
DROP TABLE debit_runs;
DROP TABLE debit_contracts;
