DROP TABLE tickets;
DROP TABLE wechat_pushes;
DROP TABLE wechat_identities;
DROP TABLE wechat_tokens;
