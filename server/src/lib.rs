//! What a filing **meets**: HTTP, sign-in, the database, clocks that tick, messages that leave.
//!
//! | module | subject |
//! |---|---|
//! | [`application`] | start-up as a value: everything tied together, on a port |
//! | [`app`] | what every handler is given |
//! | `cities` | what the real city and the one for practising answer |
//! | [`config`], [`cli`] | settings, and the commands of the binary |
//! | [`api`] | the table of routes, and its OpenAPI document |
//! | [`session`], [`account`], [`staff`] | who is asking |
//! | [`profile`] | what is kept of a resident so that they need not type it again |
//! | [`export`] | all that is kept about a resident, for them to take along |
//! | [`callback`] | whom staff call back, and what comes of it |
//! | [`case`] | filing, acting, looking: the one thing everything is about |
//! | [`views`] | views of the inbox that staff save for themselves or for a role |
//! | [`mod@print`] | papers as PDF: of cases, payments, events and volunteers |
//! | [`call`] | calls to the hotline: told by the telephone system, answered by agents |
//! | [`knowledge`] | what people ask, answered once, found by whatever they type |
//! | [`template`] | what staff write to residents again and again |
//! | [`outage`], [`delivery`] | outage notices; emergency water |
//! | [`event`], [`volunteer`] | community events, and who helps there |
//! | [`helping`], [`onsite`] | what volunteers do there: fill in for residents, and what is only counted |
//! | [`slot`] | places at the times at which somebody comes |
//! | [`import`] | how files of other systems are read |
//! | [`water`] | water accounts and bills: read in from the billing system, bound by residents |
//! | [`pay`] | orders, gateways and the books |
//! | [`authority`] | letters of authority: who acts for an account that is not theirs |
//! | [`debit`] | direct debit: contracts, and the files for banks |
//! | [`wechat`] | WeChat: signing in, messages, pages inside it |
//! | [`vetting`] | what residents write and show, looked at before others see it |
//! | [`signpost`], `qr` | codes on paper that lead to the hall, and how codes are drawn |
//! | [`mod@line`], [`providers`] | the line to somebody outside, and the file that names them |
//! | [`attachment`] | photos: taken in, made harmless, handed out |
//! | [`notice`] | messages: an outbox for all channels, residents' inbox, consents, letters that did not arrive |
//! | [`sms`] | SMS providers |
//! | [`catalogue`] | the services and the house rules, as the API tells them |
//! | [`audit`] | who of the staff has looked at what |
//! | [`demo`] | the demo city, and the inbox that shows its messages |
//! | [`practice`] | the city for practising: all of it but what is real |
//! | [`site`] | the web programs, embedded |
//! | [`db`] | both engines behind one face |
//! | [`problem`], [`body`], [`shield`], [`quota`] | how requests fail, are read, are guarded, and how long one waits who asks too often |
//! | [`sent`] | what may have waited on a phone: its key, and when it was done |
//! | [`housekeeping`] | what is thrown away in time |
//! | [`keys`], [`ids`], [`clock`], [`wake`] | secrets, ids, the time, who works beside the requests |
//!
//! A subject is a folder: `routes.rs` (HTTP in, HTTP out), `store.rs` (all its SQL, nothing else's), and plain
//! functions between. A subject reaches another only through its functions, never through its tables.

pub mod account;
pub mod api;
pub mod app;
pub mod application;
pub mod attachment;
pub mod audit;
pub mod authority;
pub mod body;
pub mod call;
pub mod callback;
pub mod case;
pub mod catalogue;
mod cities;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod debit;
pub mod delivery;
pub mod demo;
pub mod event;
pub mod export;
pub mod helping;
pub mod housekeeping;
pub mod ids;
pub mod import;
pub mod keys;
pub mod knowledge;
pub mod line;
pub mod notice;
pub mod onsite;
pub mod order;
pub mod outage;
pub mod pay;
pub mod practice;
pub mod print;
pub mod problem;
pub mod profile;
pub mod providers;
mod qr;
pub mod quota;
pub mod sent;
pub mod session;
pub mod shield;
pub mod signpost;
pub mod site;
pub mod slot;
pub mod sms;
pub mod staff;
pub mod template;
pub mod vetting;
pub mod views;
pub mod volunteer;
pub mod wake;
pub mod water;
pub mod wechat;
