//! What a filing **is**: forms, rules, clocks and words. Pure: no I/O and no time of its own, so that the
//! phone, the desk and the server decide alike.
//!
//! | module | subject |
//! |---|---|
//! | [`words`] | the two languages, and enums whose values have a name in both |
//! | [`person`] | phones, identity numbers, names: types that cannot hold a wrong value |
//! | [`money`] | whole fen |
//! | [`number`] | the case number that can be read out over the phone |
//! | [`address`] | addresses within the hall |
//! | [`realm`] | the real city and the one for practising, told apart by their addresses |
//! | [`place`] | towns, addresses, points on the map |
//! | [`preference`] | how a resident wants to read, and of what they want to be told |
//! | [`profile`] | what is kept of a resident so that they need not type it again |
//! | [`house`] | what a utility sets without touching code: towns, units, limits, holidays |
//! | [`tariff`] | what water costs: dated tariffs, and how a bill comes about |
//! | [`usage`] | water used month by month, and where it jumps |
//! | [`time`] | working days, time limits, how dates are said |
//! | [`form`] | one definition of a form for page, check, API, print and masking |
//! | [`find`] | finding by characters, pinyin, initials and with a letter wrong |
//! | [`slot`] | times at which somebody of the house comes |
//! | [`service`] | the 23 services and their facts |
//! | [`call`] | calls to the hotline, and what becomes of them |
//! | [`case`] | status, action, timeline: who may do what, and what it leads to |
//! | [`callback`] | call-backs: who is asked how it went, and what comes of a call |
//! | [`debit`] | direct debit: contracts, the bills that the bank is asked for, its answers |
//! | [`mod@print`] | which papers there are of a case, and for whom |
//! | [`event`] | community events: plans, topics, tasks |
//! | [`quality`] | water quality at the tap: limits, and what a figure means |
//! | [`order`] | work orders: kinds, clocks, limits, who gets them |
//! | [`outage`] | outage notices: whom each concerns, how early it is given, what is told of it |
//! | [`delivery`] | emergency water: trucks and their stops |
//! | [`knowledge`] | what people ask, answered once |
//! | [`template`] | what staff write to residents again and again, with blanks |
//! | [`pay`] | paying: orders, what gateways say of them, and their books |
//! | [`water`] | water accounts: who may see one, and what its bills say |
//! | [`message`] | the texts that leave the house |
//! | [`problem`] | the closed catalogue of errors |
//! | [`api`] | the JSON that crosses the wire |

pub mod address;
pub mod api;
pub mod call;
pub mod callback;
pub mod case;
pub mod debit;
pub mod delivery;
pub mod event;
pub mod find;
pub mod form;
pub mod house;
pub mod knowledge;
pub mod message;
pub mod money;
pub mod number;
pub mod order;
pub mod outage;
pub mod pay;
pub mod person;
pub mod place;
pub mod preference;
pub mod print;
pub mod problem;
pub mod profile;
pub mod quality;
pub mod realm;
pub mod service;
pub mod slot;
pub mod tariff;
pub mod template;
pub mod time;
pub mod usage;
pub mod water;
pub mod words;
