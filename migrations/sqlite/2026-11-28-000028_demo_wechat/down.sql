DROP TABLE demo_wechat_messages;
DROP TABLE demo_wechat_consents;
DROP TABLE demo_wechat_codes;
