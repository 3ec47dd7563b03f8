//! The frame of a page: the way back, its one heading, what is on it, the actions at the bottom, the tab bar.

use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::realm;
use shuiting_parts::standing::Standing;
use shuiting_shared::words::Bi;
use web_sys::FocusOptions;

use crate::waiting::WaitingBar;
use crate::words;

/// The pages that the tab bar leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The first page.
    Home,
    /// My cases.
    Cases,
    /// Who I am.
    Me,
}

impl Tab {
    const ALL: [Self; 3] = [Self::Home, Self::Cases, Self::Me];

    const fn link(self) -> (&'static str, &'static str, Bi) {
        match self {
            Self::Home => ("/", "home", words::TAB_HOME),
            Self::Cases => ("/cases", "list", words::TAB_CASES),
            Self::Me => ("/me", "person", words::TAB_ME),
        }
    }
}

/// Goes to another page in place of this one, so that the way back does not lead here.
pub(crate) fn instead() -> NavigateOptions {
    NavigateOptions {
        replace: true,
        ..NavigateOptions::default()
    }
}

/// Counts the pages that were shown, since the first one takes no focus: a reader begins at its top anyway.
#[derive(Clone, Copy)]
pub(crate) struct Arrivals(StoredValue<bool>);

impl Arrivals {
    /// Puts it into the context.
    pub(crate) fn provide() -> Self {
        let arrivals = Self(StoredValue::new(false));
        provide_context(arrivals);
        arrivals
    }

    /// Whether a page has been shown before.
    fn again(self) -> bool {
        let before = self.0.get_value();
        self.0.set_value(true);
        before
    }
}

/// The frame. A page that is shown after another takes the focus to its heading.
#[component]
pub(crate) fn Page(
    /// What it is about: its heading, and the title in the browser's tab.
    #[prop(into)]
    title: Signal<String>,
    /// Where the way back leads; none for the pages of the tab bar.
    #[prop(optional, into)]
    back: Option<String>,
    /// What is behind the heading, in its line.
    #[prop(optional)]
    tools: Option<AnyView>,
    /// The actions at the bottom.
    #[prop(optional)]
    bar: Option<AnyView>,
    /// The tab bar, with this tab chosen.
    #[prop(optional)]
    tab: Option<Tab>,
    /// What is on it.
    children: Children,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    let (hall, language) = (say(words::HALL), Language::here());
    let arrivals = use_context::<Arrivals>().unwrap_or_else(Arrivals::provide);
    Effect::new(move || {
        let page = title.get();
        let hall = hall();
        let mark = realm::here()
            .mark()
            .map(|mark| format!("{} · ", mark.get(language.get())));
        let house = (!page.contains(hall)).then(|| format!(" · {hall}"));
        document().set_title(&format!(
            "{}{page}{}",
            mark.unwrap_or_default(),
            house.unwrap_or_default()
        ));
    });
    Effect::new(move |shown: Option<bool>| match heading.get() {
        Some(heading) if shown != Some(true) => {
            if arrivals.again() {
                let options = FocusOptions::new();
                // The router has scrolled to where the page begins, or back to where it was left.
                options.set_prevent_scroll(true);
                drop(heading.focus_with_options(&options));
            }
            true
        }
        _ => shown.unwrap_or(false),
    });
    view! {
        <div class="page" class:page-tabs=tab.is_some()>
            <header class="top">
                {back
                    .map(|back| {
                        view! {
                            <a class="top-back" href=back>
                                <Icon name="back" />
                                <span class="hidden">{say(words::BACK)}</span>
                            </a>
                        }
                    })}
                <h1 class="top-title" tabindex="-1" node_ref=heading>
                    {title}
                </h1>
                {tools.map(|tools| view! { <div class="top-tools">{tools}</div> })}
            </header>
            <main class="main">
                <Standing>
                    <WaitingBar />
                </Standing>
                {children()} {bar.map(|bar| view! { <div class="bar">{bar}</div> })}
            </main>
            {tab.map(|tab| view! { <TabBar tab /> })}
        </div>
    }
}

/// The way to the three places that people look for.
#[component]
fn TabBar(tab: Tab) -> impl IntoView {
    let item = |item: Tab| {
        let (href, icon, name) = item.link();
        view! {
            <a class="tab" href=href aria-current=(item == tab).then_some("page")>
                <Icon name=icon />
                <span>{say(name)}</span>
            </a>
        }
    };
    view! {
        <nav class="tabs" aria-label=say(words::TABS)>
            {Tab::ALL.map(item).collect_view()}
        </nav>
    }
}

/// An address that leads nowhere.
#[component]
pub(crate) fn LostPage() -> impl IntoView {
    view! {
        <Page title=say(words::LOST) back="/">
            <p>{say(words::LOST_REMEDY)}</p>
            <a class="button-main" href="/">
                {say(words::TO_HOME)}
            </a>
        </Page>
    }
}
