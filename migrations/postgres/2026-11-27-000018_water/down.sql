DROP TABLE binding_tries;
DROP TABLE bindings;
DROP TABLE bills;
DROP TABLE water_accounts;
