DROP TABLE wechat_prepays;
