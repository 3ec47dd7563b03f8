//! Filings that are in order. Photos are named by whoever files.

use serde_json::{Value, json};

/// A leak that runs, in Nancheng.
pub fn leak() -> Value {
    json!({ "service": "LEAK", "answers": {
        "severity": "flow", "side": "before", "town": "nancheng", "address": "鸿福路1号", "phone": "13800000001",
    } })
}

/// A home that is to be connected, in Guancheng. Its documents are `id_card` and `property`.
pub fn hookup() -> Value {
    json!({ "service": "NEW", "answers": {
        "applicant": "person", "name": "张三丰", "id_number": "11010519491231002X", "phone": "13800000001",
        "town": "guancheng", "address": "东正路2号", "property": "certificate",
        "use_type": "household", "meter": "15", "households": "1",
    } })
}

/// A restaurant that is to be connected. Its documents are `licence`, `authority` and `property`.
pub fn hookup_of_a_firm() -> Value {
    json!({ "service": "NEW", "answers": {
        "applicant": "organisation", "company": "莞水餐饮有限公司", "credit_code": "9144030071526726XG", "agent": "李四",
        "phone": "13800000001", "town": "guancheng", "address": "东正路2号", "property": "certificate",
        "use_type": "other", "meter": "40", "households": "1",
    } })
}

/// An account that passes from 王五 (13800000003) to 李四. Its documents are `id_card`, `certificate` and `reading`.
pub fn transfer() -> Value {
    json!({ "service": "TRANS", "answers": {
        "account": "0769123456", "town": "wanjiang", "address": "万江路3号", "proof": "certificate",
        "name": "李四", "id_number": "11010519491231002X", "phone": "13800000001",
        "old_name": "王五", "old_phone": "13800000003", "reading": "1024",
    } })
}

/// A water test in Nancheng, at the first time that somebody may ask for when the tests begin.
pub fn water_test() -> Value {
    json!({ "service": "QUAL", "answers": {
        "symptom": "smell", "account": "0769123456", "town": "nancheng", "address": "鸿福路100号3栋501",
        "slot": "2026-11-25 09:00-11:00", "applicant": "person", "name": "李秀英", "phone": "13800000001",
    } })
}

/// Direct debit from the holder's own card, ICBC 6200000000000005, for the account 0769123456. Its documents are `card` and
/// `payer_id`.
pub fn debit() -> Value {
    json!({ "service": "DEBIT", "answers": {
        "account": "0769123456", "town": "nancheng", "address": "鸿福路100号3栋501",
        "applicant": "person", "name": "张三丰", "id_number": "11010519491231002X", "phone": "13800001234",
        "payer": "owner", "bank": "icbc", "card": "6200000000000005",
    } })
}
