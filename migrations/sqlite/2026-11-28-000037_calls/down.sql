DROP INDEX water_accounts_by_phone;
DROP TABLE calls;
