//! Start-up is a value: the same way for `main` and for tests.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use actix_web::middleware::from_fn;
use actix_web::{App as ActixApp, HttpServer, web};
use anyhow::Context as _;
use shuiting_shared::house::House;
use shuiting_shared::realm::Realm;
use shuiting_shared::tariff::Tariffs;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinHandle;
use tracing_actix_web::TracingLogger;

use crate::app::App;
use crate::attachment::{Darkroom, Folder, Storage};
use crate::call::Secret;
use crate::case::{self, Feed};
use crate::clock::{Clock, SystemClock};
use crate::config::{ServeSettings, Settings};
use crate::db::{Address, Db};
use crate::demo::HandSet;
use crate::keys::Keys;
use crate::knowledge::Library;
use crate::notice::DemoInbox;
use crate::pay::Gateway;
use crate::practice::{Ground, Practice};
use crate::providers::Providers;
use crate::sms::{Command, Sms};
use crate::wake::Wake;
use crate::wechat::pay::WechatPay;
use crate::wechat::{self, WeChat};
use crate::{body, cities, demo, housekeeping, order, outage, pay, problem, shield, sms, vetting};

/// What an application is made of. Tests put their own clock, house or messenger here.
pub struct Means {
    /// The database's address.
    pub address: Address,
    /// The house's secret.
    pub secret: Vec<u8>,
    /// The house rules.
    pub house: House,
    /// What water costs.
    pub tariffs: Tariffs,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Where photos lie.
    pub files: Arc<dyn Storage>,
    /// Who carries SMS where no provider is named; none in the demo city, which shows them in its inbox.
    pub sms: Option<Arc<dyn Sms>>,
    /// Those outside by whom the house speaks and is paid.
    pub providers: Providers,
    /// Who takes money; none takes WeChat Pay where the providers name it. The demo city has a gateway of its own.
    pub gateway: Option<Arc<dyn Gateway>>,
    /// Whether this is the demo city.
    pub demo: bool,
    /// The demo city's clock, where it can be put on; `clock` is then the same.
    pub time: Option<Arc<HandSet>>,
    /// Where the city for practising is built; none where there is none.
    pub practice: Option<Ground>,
    /// Whether browsers reach us by https only.
    pub https: bool,
    /// Where residents reach the hall; none where that is how the desk is reached.
    pub url: Option<String>,
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Threads that answer; none takes one a core.
    pub workers: Option<usize>,
    /// How often clocks of work orders are looked at; none leaves that to whoever asks.
    pub bell: Option<Duration>,
}

impl Means {
    /// Those of a command beside the servers: it listens nowhere, and what is to leave the house waits for a server.
    pub fn of_command(settings: &Settings) -> anyhow::Result<Self> {
        Ok(Self {
            address: settings.address()?,
            secret: settings.secret()?,
            house: settings.house()?,
            tariffs: settings.tariffs()?,
            clock: Arc::new(SystemClock),
            files: Arc::new(Folder::new(settings.files())?),
            sms: None,
            providers: Providers::default(),
            gateway: None,
            demo: false,
            time: None,
            practice: None,
            https: false,
            url: None,
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            workers: None,
            bell: None,
        })
    }

    /// Those that the settings name.
    pub fn real(settings: &Settings, serve: &ServeSettings) -> anyhow::Result<Self> {
        let providers = serve.providers()?;
        let sms: Option<Arc<dyn Sms>> = match (&serve.sms_command, &providers.sms) {
            (Some(program), None) => Some(Arc::new(Command::new(program)?)),
            (None, None) if !serve.demo => anyhow::bail!(
                "SMS_COMMAND: residents sign in by SMS, so name a program that sends one, or a provider in SHUITING_PROVIDERS; or show the demo city with --demo"
            ),
            (None, _) => None,
            (Some(_), Some(_)) => {
                anyhow::bail!("SMS_COMMAND: there is a provider in SHUITING_PROVIDERS too; name one of both")
            }
        };
        let time = serve.demo_now.map(|now| Arc::new(HandSet::showing(now)));
        let own = Self::of_command(settings)?;
        Ok(Self {
            sms,
            providers,
            demo: serve.demo,
            clock: time.clone().map_or(own.clock.clone(), |time| time as Arc<dyn Clock>),
            time,
            practice: serve.practice()?,
            https: serve.https,
            url: serve.url.clone(),
            listen: SocketAddr::new(serve.listen, serve.port),
            bell: Some(order::bell::LOOK),
            ..own
        })
    }

    /// Who carries messages: the providers that are named, else whoever is given here, else the demo city's inbox.
    fn carrier(&self, app: &App) -> anyhow::Result<Arc<dyn Sms>> {
        Ok(match (&self.providers.sms, &self.sms) {
            (Some(settings), _) => sms::carrier(settings, self.providers.patience, &self.clock)?,
            (None, Some(sms)) => sms.clone(),
            (None, None) => Arc::new(DemoInbox::new(app.clone())),
        })
    }

    /// What handlers are given.
    pub fn app(&self) -> anyhow::Result<App> {
        let (db, keys) = (Db::open(&self.address)?, Arc::new(Keys::new(&self.secret)));
        let own = || Arc::new(demo::Bank::new(db.clone(), self.clock.clone(), keys.clone())) as Arc<dyn Gateway>;
        let played = || Arc::new(demo::WeChat::new(db.clone(), self.clock.clone())) as Arc<dyn WeChat>;
        let providers = &self.providers;
        let client = |settings: &wechat::Settings| {
            wechat::Client::new(settings.clone(), providers.patience, &db, &self.clock, &keys)
        };
        let client = providers.wechat.as_ref().map(client).transpose()?;
        let pays = |settings: &wechat::pay::Settings| {
            let (apps, url) = (providers.wechat.as_ref(), self.url.as_deref());
            WechatPay::new(settings.clone(), apps, url, providers.patience, self.clock.clone()).map(Arc::new)
        };
        let wechat_pay = providers.wechat_pay.as_ref().map(pays).transpose()?;
        let calls = providers.calls.as_ref().map(Secret::new).transpose()?;
        let calls = calls
            .or_else(|| self.demo.then(|| Secret::of_demo(&keys)))
            .map(Arc::new);
        let by_wechat = || wechat_pay.clone().map(|pays| pays as Arc<dyn Gateway>);
        Ok(App {
            wechat: client
                .map(|client| Arc::new(client) as Arc<dyn WeChat>)
                .or_else(|| self.demo.then(played)),
            gateway: self.gateway.clone().or_else(by_wechat).or_else(|| self.demo.then(own)),
            wechat_pay,
            till: Wake::default(),
            vetter: Wake::default(),
            crier: Wake::default(),
            db,
            clock: self.clock.clone(),
            keys,
            house: Arc::new(self.house.clone()),
            tariffs: Arc::new(self.tariffs.clone()),
            files: self.files.clone(),
            darkroom: Darkroom::default(),
            outbox: Wake::default(),
            library: Library::default(),
            calls,
            feed: Feed::default(),
            https: self.https,
            url: self.url.as_deref().map(Into::into),
            time: self.time.clone(),
            demo: self.demo,
            realm: Realm::Real,
        })
    }
}

/// Waits until the system, or whoever sits at the terminal, asks the server to stop.
async fn asked_to_stop(feeds: Vec<Feed>) {
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut asked) => drop(asked.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
    for feed in feeds {
        feed.close();
    }
}

/// A server that is bound to its port and ready to run.
pub struct Application {
    /// What handlers are given; tests look in here.
    pub app: App,
    server: Server,
    address: SocketAddr,
    tasks: Vec<JoinHandle<()>>,
    /// The city for practising, where there is one; it goes when this does.
    pub practice: Option<Practice>,
}

/// Seconds that open requests get to finish when the server is asked to stop.
const GRACE_SECONDS: u64 = 8;

impl Application {
    /// Opens the database, fills an empty demo city, binds the port and starts what runs beside the requests.
    pub async fn build(means: Means) -> anyhow::Result<Self> {
        let app = means.app()?;
        if means.demo {
            demo::open(&app).await?;
        }
        let sms = means.carrier(&app)?;
        let practice = match &means.practice {
            Some(ground) => Some(Practice::open(ground, &means, &app).await?),
            None => None,
        };
        let policy = web::Data::new(shield::Policy::of(&app)?);
        let (real, play) = (app.clone(), practice.as_ref().map(|practice| practice.app.clone()));
        let feeds = [Some(&real), play.as_ref()].into_iter().flatten();
        let feeds = feeds.map(|app| app.feed.clone()).collect();
        let document = cities::described();
        let mut server = HttpServer::new(move || {
            let actix = ActixApp::new()
                .wrap(from_fn(problem::speak))
                .wrap(from_fn(shield::guard))
                .wrap(TracingLogger::<shield::Discreet>::new())
                .app_data(policy.clone())
                .app_data(web::PayloadConfig::new(body::MOST));
            // Whose addresses begin with nothing would take all of them, so it comes last.
            match &play {
                Some(play) => actix.service(cities::practice(play, document.clone())),
                None => actix,
            }
            .service(cities::real(&real, document.clone()))
        })
        .shutdown_timeout(GRACE_SECONDS)
        .shutdown_signal(asked_to_stop(feeds));
        if let Some(workers) = means.workers {
            server = server.workers(workers);
        }
        let server = server
            .bind(means.listen)
            .with_context(|| format!("PORT: cannot listen on {}", means.listen))?;
        let address = *server.addrs().first().context("the server listens nowhere")?;
        let mut tasks = vec![
            actix_web::rt::spawn(crate::notice::send(app.clone(), sms)),
            actix_web::rt::spawn(housekeeping::run(app.clone())),
            actix_web::rt::spawn(outage::run(app.clone())),
            actix_web::rt::spawn(case::follow(app.clone()).await?),
        ];
        if let Some(every) = means.bell {
            tasks.push(actix_web::rt::spawn(order::bell::run(app.clone(), every)));
        }
        if let Some(wechat) = app.wechat.clone().filter(|wechat| wechat.checks_content()) {
            tasks.push(actix_web::rt::spawn(vetting::run(app.clone(), wechat)));
        }
        if let Some(gateway) = app.gateway.clone() {
            tasks.push(actix_web::rt::spawn(pay::watch(app.clone(), gateway)));
        }
        if let Some(practice) = &practice {
            tasks.extend(practice.begin().await?);
        }
        Ok(Self {
            app,
            server: server.run(),
            address,
            tasks,
            practice,
        })
    }

    /// Where it answers.
    pub fn url(&self) -> String {
        let host = match self.address.ip() {
            ip if ip.is_unspecified() => IpAddr::from([127, 0, 0, 1]),
            ip => ip,
        };
        format!("http://{}", SocketAddr::new(host, self.address.port()))
    }

    /// Stops it from elsewhere.
    pub fn handle(&self) -> ServerHandle {
        self.server.handle()
    }

    /// Serves until it is told to stop; open requests are finished first.
    pub async fn run(self) -> anyhow::Result<()> {
        let served = self.server.await;
        for task in self.tasks {
            task.abort();
        }
        served.context("the server ended")
    }
}
