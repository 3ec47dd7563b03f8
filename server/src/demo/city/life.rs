//! How a case of the demo city goes: filed and acted on by the same functions as any other.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::TimeDelta;
use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use shuiting_shared::api::{Act, NewCase};
use shuiting_shared::case::{Action, Ask, Item, Level, Status, Verdict};
use shuiting_shared::form::Answers;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;

use super::people::{Neighbour, People, address};
use super::water::number_of;
use super::{Album, DAYS, Motif, Past};
use crate::app::App;
use crate::attachment::{self, Uploader};
use crate::case;
use crate::clock::Clock as _;
use crate::db::Conn;
use crate::ids;
use crate::problem::Failure;
use crate::session::Caller;

/// How far a case goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Filed,
    Taken,
    Dispatched,
    SentBack,
    Completed,
    Finished,
    Rated,
    Reopened,
    Rejected,
    Withdrawn,
}

impl Fate {
    /// As often as each is met.
    pub(super) const ALL: [Self; 25] = [
        Self::Filed,
        Self::Filed,
        Self::Taken,
        Self::Taken,
        Self::Dispatched,
        Self::Dispatched,
        Self::SentBack,
        Self::SentBack,
        Self::Completed,
        Self::Finished,
        Self::Finished,
        Self::Finished,
        Self::Rated,
        Self::Rated,
        Self::Rated,
        Self::Rated,
        Self::Rated,
        Self::Rated,
        Self::Rated,
        Self::Rated,
        Self::Rated,
        Self::Rated,
        Self::Reopened,
        Self::Rejected,
        Self::Withdrawn,
    ];

    /// Whether nobody waits for it any more; such cases go back for weeks, the others for days.
    const fn ended(self) -> bool {
        matches!(self, Self::Finished | Self::Rated | Self::Rejected | Self::Withdrawn)
    }
}

/// The city while its past goes by.
pub(super) struct City<'a> {
    pub(super) app: &'a App,
    pub(super) clock: &'a Arc<Past>,
    pub(super) album: &'a Album,
    pub(super) people: &'a People,
    pub(super) now: Moment,
}

/// A case on its way.
struct Life {
    number: CaseNumber,
    filer: Caller,
    at: Moment,
}

pub(super) type Done = Result<(), Failure>;

impl City<'_> {
    /// Lets one case happen.
    pub(super) fn live(&mut self, conn: &mut Conn, rng: &mut StdRng, service: Service, fate: Fate) -> Done {
        let hours = match (fate.ended(), service) {
            (true, _) => rng.random_range(60..DAYS * 24),
            // Some are a little late, as in any city.
            (false, Service::Leak) => rng.random_range(1..30),
            (false, _) => rng.random_range(1..100),
        };
        let at = self.now - TimeDelta::hours(hours) - TimeDelta::minutes(rng.random_range(0..60));
        self.live_at(conn, rng, (service, fate), at, None)
    }

    /// Lets one case happen from a moment on, at an event where one is named.
    pub(super) fn live_at(
        &self,
        conn: &mut Conn,
        rng: &mut StdRng,
        (service, fate): (Service, Fate),
        at: Moment,
        event: Option<&str>,
    ) -> Done {
        self.clock.set(at);
        let people = &self.people.residents;
        let filer = people.choose(rng).ok_or_else(nobody)?;
        // The next of the neighbours, so that everybody is at times somebody's other side.
        let other = people
            .iter()
            .cycle()
            .skip_while(|one| one.phone != filer.phone)
            .nth(1)
            .ok_or_else(nobody)?;
        let mut answers = self.answers(rng, service, filer, other);
        let materials = self.materials(conn, rng, service, &answers, &filer.caller)?;
        if service == Service::Leak && rng.random_bool(0.15) {
            answers.set("severity", "flood");
        }
        let new = NewCase {
            service,
            answers,
            materials,
            event: event.map(str::to_owned),
        };
        let taken_in = case::file(self.app, conn, &filer.caller, &ids::new(at), &new)?.answer()?;
        let mut life = Life {
            number: taken_in.number,
            filer: filer.caller.clone(),
            at,
        };
        if service == Service::Trans && fate != Fate::Filed {
            self.act(conn, rng, &mut life, &other.caller, Action::Confirm)?;
        }
        if taken_in.status == Status::Dispatched {
            return self.burst(conn, rng, &mut life, fate);
        }
        self.follow(conn, rng, &mut life, service, fate)
    }

    /// What went to its branch by itself: a crew goes there at once.
    fn burst(&self, conn: &mut Conn, rng: &mut StdRng, life: &mut Life, fate: Fate) -> Done {
        if fate == Fate::Filed {
            return Ok(());
        }
        self.goes_out(conn, rng, life)?;
        if fate.ended() || fate == Fate::Reopened {
            self.finish(conn, rng, life, Service::Leak)?;
        }
        Ok(())
    }

    /// A crew accepts an order and goes there.
    fn goes_out(&self, conn: &mut Conn, rng: &mut StdRng, life: &mut Life) -> Done {
        let crew = self.people.staff("crew")?;
        for action in [Action::Accept, Action::Arrive { point: None }] {
            let pause = TimeDelta::minutes(rng.random_range(2..20));
            life.at = (life.at + pause).min(self.now - TimeDelta::seconds(1));
            self.clock.set(life.at);
            self.acts(conn, crew, life.number, action)?;
        }
        Ok(())
    }

    fn follow(&self, conn: &mut Conn, rng: &mut StdRng, life: &mut Life, service: Service, fate: Fate) -> Done {
        let leak = service == Service::Leak;
        let desk = self.people.staff(if leak {
            "dispatcher"
        } else {
            ["clerk", "clerk2"][rng.random_range(0..2)]
        })?;
        let filer = life.filer.clone();
        match fate {
            Fate::Filed => return Ok(()),
            Fate::Withdrawn => {
                let reason = ["填错了", "暂时不办了", ""][rng.random_range(0..3)].to_owned();
                return self.act(conn, rng, life, &filer, Action::Withdraw { reason });
            }
            _ => self.act(conn, rng, life, desk, Action::Take)?,
        }
        match fate {
            Fate::Taken => return Ok(()),
            Fate::Rejected => {
                let reason = if leak {
                    "这里不在供水范围,已转告所属单位"
                } else {
                    "地址在拆迁范围内,暂不办理"
                };
                return self.act(
                    conn,
                    rng,
                    life,
                    desk,
                    Action::Reject {
                        reason: reason.to_owned(),
                    },
                );
            }
            Fate::SentBack | Fate::Completed => return self.send_back(conn, rng, life, desk, fate),
            _ => {}
        }
        for material in self.to_check(conn, life, desk)? {
            self.act(
                conn,
                rng,
                life,
                desk,
                Action::Check {
                    material,
                    verdict: Verdict::Accepted,
                },
            )?;
        }
        let unit = if leak { "branch-nancheng" } else { "works" }.to_owned();
        let words = if leak { "请带抽水泵" } else { "" }.to_owned();
        self.act(conn, rng, life, desk, Action::Dispatch { unit, words })?;
        if fate == Fate::Dispatched {
            return Ok(());
        }
        if leak {
            self.goes_out(conn, rng, life)?;
        }
        self.finish(conn, rng, life, service)?;
        match fate {
            Fate::Rated => {
                let level = [Level::VeryGood, Level::VeryGood, Level::Good, Level::Fair][rng.random_range(0..4)];
                let tags = vec![service.facts().tags[rng.random_range(0..3)].zh.to_owned()];
                let words = ["", "", "师傅很耐心", "谢谢"][rng.random_range(0..4)].to_owned();
                self.act(conn, rng, life, &filer, Action::Rate { level, tags, words })
            }
            Fate::Reopened => {
                let words = "第二天又开始漏了".to_owned();
                self.act(
                    conn,
                    rng,
                    life,
                    &filer,
                    Action::Rate {
                        level: Level::Bad,
                        tags: Vec::new(),
                        words,
                    },
                )
            }
            _ => Ok(()),
        }
    }

    fn send_back(&self, conn: &mut Conn, rng: &mut StdRng, life: &mut Life, desk: &Caller, fate: Fate) -> Done {
        let ask = |key: &str, reason: &str| Ask {
            item: Item::Field(key.to_owned()),
            reason: reason.to_owned(),
        };
        let asks = vec![
            ask("address", "地址和产权证上不一致,请再核对"),
            ask("phone", "电话打不通,请留能接通的手机号"),
        ];
        self.act(conn, rng, life, desk, Action::SendBack { asks })?;
        if fate == Fate::SentBack {
            return Ok(());
        }
        let filer = life.filer.clone();
        let phone = filer.resident()?.phone.clone().unwrap_or_default();
        let answers = [("address", address(rng)), ("phone", phone)].into_iter().collect();
        let materials = BTreeMap::new();
        self.act(conn, rng, life, &filer, Action::Complete { answers, materials })
    }

    fn finish(&self, conn: &mut Conn, rng: &mut StdRng, life: &mut Life, service: Service) -> Done {
        // Contracts are signed at the desk.
        let who = if service == Service::Trans { "clerk" } else { "crew" };
        let crew = self.people.staff(who)?;
        let n = rng.random_range(0..6);
        let (result, before, after) = match service {
            Service::Leak => (
                "更换了一段破裂的水管,路面已恢复,通水正常",
                vec![self.photo(conn, crew, Motif::Leak(n))?],
                vec![self.photo(conn, crew, Motif::Repaired(n))?],
            ),
            Service::Trans => ("已签新合同,户名已变更", Vec::new(), Vec::new()),
            Service::Comp => ("已上门看过,装了减压阀,水压正常了", Vec::new(), Vec::new()),
            _ => (
                "水表已装好,通水正常",
                Vec::new(),
                vec![self.photo(conn, crew, Motif::Meter(214))?],
            ),
        };
        self.act(
            conn,
            rng,
            life,
            crew,
            Action::Finish {
                result: result.to_owned(),
                before,
                after,
                parts: Vec::new(),
            },
        )
    }

    /// Acts a while after what happened before, but never in the future.
    fn act(&self, conn: &mut Conn, rng: &mut StdRng, life: &mut Life, who: &Caller, action: Action) -> Done {
        let pause = TimeDelta::minutes(rng.random_range(3..240));
        life.at = (life.at + pause).min(self.now - TimeDelta::seconds(1));
        self.clock.set(life.at);
        self.acts(conn, who, life.number, action)
    }

    /// Acts at the moment that the clock shows.
    pub(super) fn acts(&self, conn: &mut Conn, who: &Caller, number: CaseNumber, action: Action) -> Done {
        case::act(self.app, conn, who, number, &Act { version: None, action }).map(drop)
    }

    fn to_check(&self, conn: &mut Conn, life: &Life, desk: &Caller) -> Result<Vec<String>, Failure> {
        let view = case::look(self.app, conn, desk, life.number)?;
        Ok(view.materials.into_iter().map(|material| material.key).collect())
    }

    fn answers(&self, rng: &mut StdRng, service: Service, filer: &Neighbour, other: &Neighbour) -> Answers {
        let towns = &self.app.house.towns;
        let town = &towns[rng.random_range(0..towns.len())];
        let address = address(rng);
        let mut answers: Answers = [
            ("town", town.code.as_str()),
            ("address", &address),
            ("phone", &filer.phone),
            ("name", &filer.name),
        ]
        .into_iter()
        .collect();
        match service {
            Service::Leak => {
                answers.set("severity", ["drip", "flow", "spray"][rng.random_range(0..3)]);
                answers.set("side", ["before", "after", "unknown"][rng.random_range(0..3)]);
                answers.set(
                    "words",
                    ["井盖在冒水", "楼道水管接头滴水", "水表箱里有积水", ""][rng.random_range(0..4)],
                );
            }
            Service::Comp => {
                answers.set("category", ["supply", "quality", "idea"][rng.random_range(0..3)]);
                answers.set(
                    "words",
                    ["六楼水压小,洗澡要等很久", "希望小区门口装一个直饮水点"][rng.random_range(0..2)],
                );
            }
            Service::Trans => {
                answers.set("account", number_of(other));
                answers.set("proof", "certificate");
                answers.set("id_number", filer.id_number.clone());
                answers.set("old_name", other.name.clone());
                answers.set("old_phone", other.phone.clone());
                answers.set("reading", "1024");
            }
            _ => {
                answers.set("use_type", "household");
                answers.set("meter", "15");
                answers.set("households", "1");
                answers.set("property", "certificate");
                if rng.random_bool(0.3) {
                    answers.set("applicant", "organisation");
                    answers.set(
                        "company",
                        ["莞水餐饮有限公司", "松湖电子科技有限公司"][rng.random_range(0..2)],
                    );
                    answers.set("credit_code", "9144030071526726XG");
                    answers.set("agent", filer.name.clone());
                } else {
                    answers.set("applicant", "person");
                    answers.set("id_number", filer.id_number.clone());
                }
            }
        }
        answers
    }

    /// A photo or two of all that a filing with these answers needs.
    pub(super) fn materials(
        &self,
        conn: &mut Conn,
        rng: &mut StdRng,
        service: Service,
        answers: &Answers,
        filer: &Caller,
    ) -> Result<BTreeMap<String, Vec<String>>, Failure> {
        let mut materials = BTreeMap::new();
        for material in service.form().map(|form| form.materials(answers)).unwrap_or_default() {
            let motifs = match material.key {
                "photos" => (0..rng.random_range(0..3))
                    .map(|_| Motif::Leak(rng.random_range(0..6)))
                    .collect(),
                "reading" => vec![Motif::Meter(1024)],
                "id_card" | "old_id_card" => vec![Motif::Card, Motif::CardBack],
                "drawings" => vec![Motif::Plan],
                _ => vec![Motif::Paper],
            };
            let photos = motifs
                .into_iter()
                .map(|motif| self.photo(conn, filer, motif))
                .collect::<Result<Vec<_>, _>>()?;
            if !photos.is_empty() {
                materials.insert(material.key.to_owned(), photos);
            }
        }
        Ok(materials)
    }

    fn photo(&self, conn: &mut Conn, of: &Caller, motif: Motif) -> Result<String, Failure> {
        let (hash, width, height) = self.album.print(motif).cloned().ok_or_else(nobody)?;
        let now = self.clock.now();
        // Photos are shown in the order they came in.
        self.clock.set(now + TimeDelta::milliseconds(1));
        Ok(attachment::add(conn, Uploader::from(of), hash, width, height, now)?.id)
    }
}

/// Somebody is missing who should have moved in.
pub(super) fn nobody() -> Failure {
    Failure::broken(anyhow::anyhow!("the demo city is empty"))
}
