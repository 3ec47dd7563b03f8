DROP INDEX attachments_authority;
ALTER TABLE attachments DROP COLUMN authority_id;
DROP TABLE authorities;
DROP TABLE debit_items;
DROP TABLE debit_runs;
DROP TABLE debit_contracts;
