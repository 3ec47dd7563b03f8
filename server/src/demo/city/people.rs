//! Who lives and works in the demo city.

use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use shuiting_shared::case::{Post, Role};
use shuiting_shared::person::IdNumber;
use shuiting_shared::words::Lang;

use crate::account;
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Staff, Who};
use crate::staff::{self, NewMember};

const RESIDENTS: u32 = 60;

/// Somebody on the staff: user name, what people call them, role, phone, unit and post.
type Employed = (
    &'static str,
    &'static str,
    Role,
    Option<&'static str>,
    Option<&'static str>,
    Option<Post>,
);

const NANCHENG: Option<&str> = Some("branch-nancheng");
const SONGSHANHU: Option<&str> = Some("branch-songshanhu");

/// Everybody. Whoever is told when clocks run out has a phone.
const STAFF: [Employed; 11] = [
    ("clerk", "陈晓敏", Role::Clerk, None, None, None),
    ("clerk2", "黄志强", Role::Clerk, None, None, None),
    (
        "dispatcher",
        "何建国",
        Role::Dispatcher,
        Some("13900000002"),
        None,
        None,
    ),
    ("crew", "罗师傅", Role::Crew, Some("13900000003"), NANCHENG, None),
    ("crew2", "谭师傅", Role::Crew, Some("13900000004"), SONGSHANHU, None),
    ("agent", "叶婷", Role::Agent, None, None, None),
    (
        "supervisor",
        "邓主任",
        Role::Supervisor,
        Some("13900000001"),
        None,
        None,
    ),
    ("admin", "周工", Role::Admin, None, None, None),
    (
        "head",
        "莫经理",
        Role::Dispatcher,
        Some("13900000005"),
        NANCHENG,
        Some(Post::Head),
    ),
    (
        "head2",
        "袁经理",
        Role::Dispatcher,
        Some("13900000006"),
        SONGSHANHU,
        Some(Post::Head),
    ),
    (
        "duty",
        "梁值班",
        Role::Supervisor,
        Some("13900000007"),
        None,
        Some(Post::Duty),
    ),
];

/// A resident.
pub(super) struct Neighbour {
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) id_number: String,
    pub(super) caller: Caller,
}

/// Everybody.
pub(super) struct People {
    pub(super) residents: Vec<Neighbour>,
    staff: Vec<(&'static str, Caller)>,
}

impl People {
    /// Somebody on the staff, by user name.
    pub(super) fn staff(&self, name: &str) -> Result<&Caller, Failure> {
        let found = self
            .staff
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, caller)| caller);
        found.ok_or_else(|| Failure::broken(anyhow::anyhow!("there is no {name} in the city")))
    }
}

/// Lets them move in.
pub(super) fn settle(app: &App, conn: &mut Conn, password: &str) -> Result<People, Failure> {
    let now = app.clock.now();
    let mut staff = Vec::new();
    for (name, display, role, phone, unit, post) in STAFF {
        staff::add(
            conn,
            &NewMember {
                name,
                display,
                role,
                password: password.to_owned(),
                phone,
                unit,
                post,
            },
            now,
        )
        .map_err(Failure::broken)?;
        let member = staff::by_name(conn, name)?.ok_or_else(|| Failure::broken(anyhow::anyhow!("{name} is gone")))?;
        let who = Who::Staff(Staff {
            id: member.id,
            name: name.to_owned(),
            display: display.to_owned(),
            role,
            unit: member.unit,
        });
        staff.push((
            name,
            Caller {
                session: String::new(),
                who,
                lang: Lang::Zh,
            },
        ));
    }
    let residents = (1..=RESIDENTS)
        .map(|n| neighbour(conn, n, app))
        .collect::<Result<_, _>>()?;
    Ok(People { residents, staff })
}

/// What the one who moved in as the `n`th is called.
pub(in crate::demo) fn name(n: u32) -> String {
    let surnames = ["张", "陈", "李", "黄", "梁", "欧阳", "叶", "罗", "邓", "何"];
    let given = [
        "伟", "秀英", "嘉怡", "志明", "俊杰", "美玲", "浩然", "淑芬", "国强", "子轩", "慧",
    ];
    let pick = |from: &[&str], at: u32| from.get(at as usize % from.len()).map(|text| (*text).to_owned());
    [pick(&surnames, n), pick(&given, n * 7)]
        .into_iter()
        .flatten()
        .collect()
}

/// Their phone.
pub(in crate::demo) fn phone(n: u32) -> String {
    format!("138{n:08}")
}

fn neighbour(conn: &mut Conn, n: u32, app: &App) -> Result<Neighbour, Failure> {
    let (name, phone) = (name(n), phone(n));
    let account = account::find_or_open(conn, &phone, Lang::Zh, app.clock.now())?;
    Ok(Neighbour {
        name,
        phone,
        id_number: id_number(n),
        caller: Caller {
            session: String::new(),
            who: Who::Resident(account.into()),
            lang: Lang::Zh,
        },
    })
}

/// A number of the city's district (441900) that checks, of nobody.
fn id_number(n: u32) -> String {
    let start = format!(
        "441900{}{:02}{:02}{:03}",
        1960 + n % 40,
        n % 12 + 1,
        n % 28 + 1,
        n % 1000
    );
    let fits = |last: &char| IdNumber::read(&format!("{start}{last}")).is_ok();
    let last = "0123456789X".chars().find(fits).unwrap_or('0');
    format!("{start}{last}")
}

/// A house and a flat in any town.
pub(super) fn address(rng: &mut StdRng) -> String {
    let roads = [
        "东正路",
        "鸿福路",
        "体育路",
        "新城大道",
        "沿河路",
        "莞太路",
        "学院路",
        "工业西路",
    ];
    let estates = ["花园", "雅苑", "豪庭", "新村", "公寓", "商贸城"];
    let (road, estate) = (roads.choose(rng).unwrap_or(&""), estates.choose(rng).unwrap_or(&""));
    let (number, building, flat) = (
        rng.random_range(1..300),
        rng.random_range(1..20),
        rng.random_range(101..2000),
    );
    format!("{road}{number}号{road}{estate}{building}栋{flat}")
}
