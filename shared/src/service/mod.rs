//! The 23 services and their facts.
//!
//! Adding a service is: one variant here, its facts in the catalogue, its form (`form/forms`). It then shows in the hall,
//! at the desk, in the API and in the figures, and is held to the tests over all services.

mod catalogue;
mod search;

use crate::case::{Role, Status};
use crate::form::{Asked, Form};
use crate::words::{Bi, choices};

pub use search::search;

choices! {
    /// A service of the hall, by its code in DOMAIN.md §2.
    pub enum Service {
        New "NEW" = "用水报装" / "New hookup";
        Temp "TEMP" = "临时用水" / "Temporary supply";
        Split "SPLIT" = "一户一表改造" / "Meter per household";
        Trans "TRANS" = "过户" / "Transfer of account";
        Info "INFO" = "信息变更" / "Change of details";
        Bill "BILL" = "水费查缴" / "Query and pay bills";
        Debit "DEBIT" = "银行代扣" / "Direct debit";
        Qual "QUAL" = "水质检测" / "Water test";
        Disc "DISC" = "优惠用水申报" / "Discount for hardship";
        Inv "INV" = "更改开票名称" / "Invoice title";
        Susp "SUSP" = "暂停用水" / "Suspend supply";
        Resume "RESUME" = "暂停后恢复用水" / "Resume after suspension";
        Arrear "ARREAR" = "欠费恢复用水" / "Reconnect after arrears";
        Close "CLOSE" = "销户" / "Close account";
        Use "USE" = "用水性质变更" / "Change of use";
        Pop "POP" = "一户多人口" / "Household size";
        Test "TEST" = "水表校验" / "Meter test";
        Move "MOVE" = "水表移位、变径" / "Move or resize meter";
        Read "READ" = "自助报数" / "Report a reading";
        Leak "LEAK" = "漏水报修" / "Report a leak";
        Rate "RATE" = "服务评价" / "Rate the service";
        Out "OUT" = "停水信息" / "Outage notices";
        Comp "COMP" = "投诉建议" / "Complaint or suggestion";
    }
}

choices! {
    /// Groups on the hall's pages.
    pub enum Group {
        Daily "daily" = "常用" / "Everyday";
        Supply "supply" = "用水办理" / "Supply";
        Account "account" = "户口与水费" / "Account and bills";
        Meter "meter" = "水表与水质" / "Meter and water";
        Voice "voice" = "信息与评价" / "News and feedback";
    }
}

choices! {
    /// Who may file.
    pub enum Who {
        Anyone "anyone" = "任何人" / "Anyone";
        Signed "signed" = "个人或单位" / "Persons and organisations";
        Persons "persons" = "个人" / "Persons";
    }
}

/// Papers or pictures that a filing brings.
#[derive(Clone, Copy, Debug)]
pub struct Material {
    /// Stable key.
    pub key: &'static str,
    /// What it is.
    pub label: Bi,
    /// What the picture must show.
    pub help: Option<Bi>,
    /// When it is asked for.
    pub asked: Asked,
    /// At least so many photos.
    pub least: usize,
    /// At most so many photos.
    pub most: usize,
    /// Keys of the answers that it shows to be right, as far as the service's form asks for them.
    pub proves: &'static [&'static str],
}

/// One step of a service, as a resident is shown where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// What happens.
    pub title: Bi,
    /// Who does it.
    pub owner: Owner,
    /// The statuses in which a case is at this step.
    pub statuses: &'static [Status],
}

/// Who has a waiting case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The resident who filed.
    Filer,
    /// The other side.
    Party,
    /// Staff of this role, or a supervisor.
    Staff(Role),
}

/// The facts of a service.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// What it is for, in a sentence.
    pub about: Bi,
    /// Its group in the hall.
    pub group: Group,
    /// Who may file.
    pub who: Who,
    /// What to bring.
    pub materials: &'static [Material],
    /// How it goes.
    pub steps: &'static [Step],
    /// A word on the limit beyond the house's figure.
    pub note: Option<Bi>,
    /// What a rating may be about.
    pub tags: &'static [Bi],
    /// The form, where there is one yet.
    pub form: Option<&'static Form>,
    /// Keys of the answers that the other side may read before it confirms; it sees no documents.
    pub party_sees: &'static [&'static str],
    /// A work order: goes to a crew, needs no papers, may be filed without signing in.
    pub work_order: bool,
}

impl Service {
    /// The facts.
    pub fn facts(self) -> &'static Facts {
        catalogue::facts(self)
    }

    /// The form, where there is one.
    pub fn form(self) -> Option<&'static Form> {
        self.facts().form
    }

    /// What to bring.
    pub fn materials(self) -> &'static [Material] {
        self.facts().materials
    }

    /// The material with this key.
    pub fn material(self, key: &str) -> Option<&'static Material> {
        self.materials().iter().find(|material| material.key == key)
    }

    /// Which step a case in `status` is at, counted from nought; after the last one when it is finished.
    pub fn step_at(self, status: Status) -> usize {
        let steps = self.facts().steps;
        steps
            .iter()
            .position(|step| step.statuses.contains(&status))
            .unwrap_or(steps.len())
    }

    /// Who has a case of this service that is in `status`; nobody once it has ended.
    pub fn owner(self, status: Status) -> Option<Owner> {
        match status {
            Status::Confirming => Some(Owner::Party),
            Status::SentBack => Some(Owner::Filer),
            Status::Reopened => Some(Owner::Staff(Role::Supervisor)),
            Status::Filed | Status::Taken if self.facts().work_order => Some(Owner::Staff(Role::Dispatcher)),
            Status::Filed | Status::Taken => Some(Owner::Staff(Role::Clerk)),
            Status::Dispatched => Some(Owner::Staff(Role::Crew)),
            Status::Finished | Status::Rejected | Status::Withdrawn => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Actor, Stand, allowed};
    use crate::house::House;

    #[test]
    fn there_are_twenty_three() {
        assert_eq!(Service::ALL.len(), 23);
        let without: Vec<_> = Service::ALL.iter().filter(|service| service.form().is_none()).collect();
        // These lead to what is there already: bills, one's finished cases, the outages.
        assert_eq!(without, [&Service::Bill, &Service::Rate, &Service::Out]);
    }

    #[test]
    fn every_form_belongs_to_its_service_and_asks_for_materials_that_exist() {
        for service in Service::ALL {
            let Some(form) = service.form() else { continue };
            assert_eq!(form.service, *service);
            let mut keys: Vec<_> = form.fields().map(|field| field.key).collect();
            keys.sort_unstable();
            let count = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), count, "{service:?} asks something twice");
            let mut placed: Vec<_> = form.pages.iter().flat_map(|page| page.materials).copied().collect();
            let mut known: Vec<_> = service.materials().iter().map(|material| material.key).collect();
            placed.sort_unstable();
            known.sort_unstable();
            assert_eq!(placed, known, "{service:?}: every material has its page");
        }
    }

    #[test]
    fn every_material_of_a_form_proves_answers_that_the_form_asks_for() {
        for form in Service::ALL.iter().filter_map(|service| service.form()) {
            for material in form.service.materials() {
                let (service, key) = (form.service, material.key);
                assert!(form.proved_by(key).count() > 0, "{service:?} {key} proves nothing");
                for field in material.proves {
                    assert!(
                        form.field(field).is_some(),
                        "{service:?} {key} proves {field}, which nobody asks"
                    );
                }
            }
        }
    }

    #[test]
    fn every_waiting_state_of_every_service_has_an_owner_a_limit_and_a_way_out() {
        let house = House::dongguan();
        for service in Service::ALL {
            for status in Status::ALL.iter().copied().filter(|status| status.waits()) {
                let owner = service
                    .owner(status)
                    .unwrap_or_else(|| panic!("{service:?} {status:?}: no owner"));
                assert!(
                    house.limit(*service, status).is_some(),
                    "{service:?} {status:?}: no limit"
                );
                let actor = match owner {
                    Owner::Filer => Actor::Filer,
                    Owner::Party => Actor::Party,
                    Owner::Staff(role) => Actor::Staff(role),
                };
                let stand = Stand::sample(*service, status);
                let moves = allowed(&stand, actor, Stand::sample_now())
                    .into_iter()
                    .filter(|verb| verb.moves())
                    .count();
                assert!(moves > 0, "{service:?} {status:?}: {owner:?} has no way out");
            }
        }
    }

    #[test]
    fn steps_cover_every_waiting_state() {
        for service in Service::ALL {
            for status in Status::ALL.iter().copied().filter(|status| status.waits()) {
                if status == Status::Confirming && *service != Service::Trans {
                    continue;
                }
                assert!(
                    service.step_at(status) < service.facts().steps.len(),
                    "{service:?} {status:?}"
                );
            }
        }
    }
}
