DROP TABLE demo_refunds;
DROP TABLE demo_trades;
DROP TABLE pay_differences;
DROP TABLE pay_days;
DROP TABLE refunds;
DROP TABLE order_lines;
DROP TABLE orders;
