//! How a contract comes about, and how it ends.

use chrono::NaiveDate;
use diesel::QueryResult;
use serde::{Deserialize, Serialize};
use shuiting_shared::case::Status;
use shuiting_shared::debit::{ContractState, Ending, follows};
use shuiting_shared::form::{Answers, Payer};
use shuiting_shared::message::Message;
use shuiting_shared::problem::Code;
use shuiting_shared::time::today;
use shuiting_shared::words::Lang;

use super::store::contract::{self as store, Contract};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;
use crate::{ids, notice, water};

/// A case of direct debit, as it stands after an act.
pub(crate) struct Asked<'a> {
    /// The id of the case.
    pub(crate) case: &'a str,
    /// The water account that it names.
    pub(crate) account: &'a str,
    /// Who holds it, as filed.
    pub(crate) holder: &'a str,
    /// What was answered, in full.
    pub(crate) answers: &'a Answers,
    /// The phone that hears of it.
    pub(crate) phone: &'a str,
    /// The language in which it does.
    pub(crate) lang: Lang,
    /// Where the case stands.
    pub(crate) status: Status,
    /// The key of the step of the work.
    pub(crate) step: Option<&'a str>,
}

/// What of a contract is nobody's business but the bank's.
#[derive(Serialize, Deserialize)]
pub(super) struct Card {
    /// The card's number.
    pub(super) number: String,
    /// Whose it is.
    pub(super) payer: String,
    /// Their identity number, or the organisation's code.
    pub(super) payer_id: String,
}

impl Card {
    /// The card that was filed: the holder's own, or somebody else's.
    fn filed(answers: &Answers) -> Self {
        let given = |keys: &[&str]| {
            let found = keys.iter().find_map(|key| answers.get(key));
            found.unwrap_or_default().to_owned()
        };
        let other = answers.get("payer") == Some(Payer::Other.code());
        let (payer, payer_id) = if other {
            (given(&["payer_name"]), given(&["payer_id_number"]))
        } else {
            (given(&["name", "company"]), given(&["id_number", "credit_code"]))
        };
        Self {
            number: given(&["card"]),
            payer,
            payer_id,
        }
    }

    fn seal(&self, app: &App, contract: &str) -> Result<String, Failure> {
        let text = serde_json::to_string(self)?;
        app.keys.seal(&place(contract), &text).map_err(Failure::broken)
    }

    /// The card of a contract.
    pub(super) fn open(app: &App, contract: &Contract) -> Result<Self, Failure> {
        let opened = app.keys.open(&place(&contract.id), &contract.sealed);
        Ok(serde_json::from_str(&opened.map_err(Failure::broken)?)?)
    }
}

fn place(contract: &str) -> String {
    format!("debit.{contract}")
}

/// Follows a case that has moved: makes its contract, or changes it.
pub(crate) fn moved(app: &App, conn: &mut Conn, asked: &Asked<'_>) -> Result<(), Failure> {
    let known = store::of_case(conn, asked.case)?;
    let before = known.as_ref().map(Contract::state).transpose()?;
    let Some(state) = follows(before, asked.status, asked.step) else {
        return Ok(());
    };
    let contract = match known {
        Some(contract) => contract,
        None => open(app, conn, asked)?,
    };
    let day = today(app.clock.now());
    match state {
        ContractState::Checking => Ok(()),
        ContractState::Active => {
            alone(conn, &format!("debit of {}", contract.account))?;
            if let Some(before) = store::active(conn, &contract.account)? {
                store::end(conn, &before.id, Ending::Replaced, day)?;
            }
            Ok(store::begin(conn, &contract.id, day)?)
        }
        ContractState::Refused => Ok(store::refuse(conn, &contract.id)?),
        ContractState::Ended => Ok(store::end(conn, &contract.id, Ending::Closed, day)?),
    }
}

/// Writes a contract that the bank has to check.
fn open(app: &App, conn: &mut Conn, asked: &Asked<'_>) -> Result<Contract, Failure> {
    let now = app.clock.now();
    let id = ids::new(now);
    let card = Card::filed(asked.answers);
    let contract = Contract {
        account: asked.account.to_owned(),
        case_id: asked.case.to_owned(),
        holder: asked.holder.to_owned(),
        bank: asked.answers.get("bank").unwrap_or_default().to_owned(),
        last_four: water::end(&card.number),
        sealed: card.seal(app, &id)?,
        phone: asked.phone.to_owned(),
        lang: asked.lang.code().to_owned(),
        state: ContractState::Checking.code().to_owned(),
        since: None,
        ended: None,
        reason: None,
        created: now.naive_utc(),
        id,
    };
    store::insert(conn, &contract)?;
    Ok(contract)
}

/// Ends the contract of an account for which the caller decides, at their wish; whoever filed it hears of it.
pub(super) fn end_by_resident(app: &App, conn: &mut Conn, caller: &Caller, number: &str) -> Result<(), Failure> {
    let number = water::decides(conn, caller.resident()?, number)?;
    alone(conn, &format!("debit of {number}"))?;
    let contract = store::active(conn, &number)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    store::end(conn, &contract.id, Ending::ByResident, today(app.clock.now()))?;
    let message = Message::DebitEnded {
        end: water::end(&number),
        bank: contract.bank()?,
        last_four: contract.last_four.clone(),
    };
    notice::enqueue(app, conn, None, &contract.phone, contract.lang(), &message)
}

/// Ends a contract that the bank could not fulfil too often. Who filed it hears of it with the last failure.
pub(super) fn end_failed(conn: &mut Conn, contract: &Contract, day: NaiveDate) -> Result<(), Failure> {
    Ok(store::end(conn, &contract.id, Ending::Failed, day)?)
}

/// Ends the contract that somebody else filed for an account which has this holder now: their card is not to pay for another
/// household.
pub(crate) fn new_holder(conn: &mut Conn, number: &str, holder: &str) -> QueryResult<()> {
    match store::active(conn, number)? {
        Some(contract) if contract.holder != holder => store::end_now(conn, &contract.id, Ending::NewHolder),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_payer_is_the_holder_unless_somebody_else_is_named() {
        let own: Answers = [
            ("payer", "owner"),
            ("company", "莞水餐饮有限公司"),
            ("credit_code", "9144030071526726XG"),
            ("card", "6200000000000005"),
        ]
        .into_iter()
        .collect();
        let card = Card::filed(&own);
        assert_eq!(
            (card.payer.as_str(), card.payer_id.as_str()),
            ("莞水餐饮有限公司", "9144030071526726XG")
        );
        let other: Answers = [
            ("payer", "other"),
            ("name", "张三"),
            ("id_number", "11010519491231002X"),
            ("payer_name", "李四"),
            ("payer_id_number", "440301199001011234"),
        ]
        .into_iter()
        .collect();
        let card = Card::filed(&other);
        assert_eq!(
            (card.payer.as_str(), card.payer_id.as_str()),
            ("李四", "440301199001011234")
        );
    }
}
