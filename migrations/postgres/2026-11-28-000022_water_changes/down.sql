DROP INDEX water_accounts_hardship_until;
DROP INDEX water_accounts_persons_until;
DROP TABLE water_reminders;
DROP TABLE water_changes;
