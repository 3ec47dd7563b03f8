//! The colleagues to whom a case can be given.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::Colleague;
use shuiting_shared::case::Role;

use crate::words;

/// They, fetched when they are first asked for; they stand in the context.
#[derive(Clone, Copy)]
pub(crate) struct Colleagues {
    api: Api,
    load: Loader<Vec<Colleague>>,
}

impl Colleagues {
    /// Puts them into the context.
    pub(crate) fn provide() {
        provide_context(Self::new());
    }

    fn new() -> Self {
        Self {
            api: Api::here(),
            load: Loader::default(),
        }
    }

    fn here() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    /// Asks for them; those who are here already stay until the answer comes.
    fn ask(self) {
        let question = async move { self.api.get("/api/v1/desk/staff").await };
        self.load.renew(question, |_, fresh| fresh);
    }
}

/// By role, in the order in which roles are told, those in a role whom `may` lets through.
fn by_role(colleagues: &[Colleague], may: impl Fn(Role) -> bool) -> Vec<(Role, Vec<Colleague>)> {
    let roles = Role::ALL.iter().copied().filter(|role| may(*role));
    let groups = roles.map(|role| {
        let theirs = colleagues.iter().filter(|colleague| colleague.role == role);
        (role, theirs.cloned().collect::<Vec<_>>())
    });
    groups.filter(|(_, theirs)| !theirs.is_empty()).collect()
}

/// Picks a colleague.
#[component]
pub(crate) fn ColleagueField(
    /// The user name that is picked.
    #[prop(into)]
    value: Signal<String>,
    /// Somebody was picked.
    #[prop(into)]
    on_pick: Callback<String>,
    /// Whether somebody in this role can be picked.
    may: impl Fn(Role) -> bool + Copy + Send + 'static,
    /// What is wrong.
    #[prop(into)]
    flaw: Signal<Option<String>>,
) -> impl IntoView {
    let language = Language::here();
    let colleagues = Colleagues::here();
    colleagues.ask();
    let missing = move || {
        colleagues.load.state.with(|state| match state {
            shuiting_parts::load::Load::Failed(failure) => Some(failure.say(language.get())),
            _ => None,
        })
    };
    let option = move |colleague: Colleague| {
        let picked = {
            let name = colleague.name.clone();
            move || value.with(|value| *value == name)
        };
        view! {
            <option value=colleague.name lang="zh-CN" prop:selected=picked>
                {colleague.display}
            </option>
        }
    };
    let groups = move || {
        let here = colleagues.load.get().unwrap_or_default();
        let group = |(role, theirs): (Role, Vec<Colleague>)| {
            view! {
                <optgroup label=language.say(role.label())>{theirs.into_iter().map(option).collect_view()}</optgroup>
            }
        };
        by_role(&here, may).into_iter().map(group).collect_view()
    };
    let told = move || flaw.get().or_else(missing);
    view! {
        <label for="to">{say(words::ASSIGN_TO)}</label>
        <select
            id="to"
            autofocus
            on:change=move |event| on_pick.run(event_target_value(&event))
            aria-invalid=move || flaw.get().is_some().to_string()
            aria-describedby="to-flaw"
        >
            <option value="" prop:selected=move || value.with(String::is_empty)>
                {say(words::CHOOSE_COLLEAGUE)}
            </option>
            {groups}
        </select>
        <p id="to-flaw" class="flaw" role="alert">
            {told}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colleagues_stand_under_their_role() {
        let colleague = |name: &str, role| Colleague {
            name: name.into(),
            display: name.into(),
            role,
        };
        let all = [
            colleague("b", Role::Crew),
            colleague("a", Role::Clerk),
            colleague("c", Role::Clerk),
        ];
        let groups = by_role(&all, |role| role != Role::Crew);
        assert_eq!(groups, [(Role::Clerk, vec![all[1].clone(), all[2].clone()])]);
    }
}
