//! The release of a program that this phone has: kept by a service worker, so that it opens without a network, and changed
//! for a newer one when the person says so, or the next time the page is opened. What is typed and what waits is kept
//! elsewhere, and read by any release.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

/// What it is told when the person wants the new release.
const TAKE_OVER: &str = "take-over";

/// The release; it stands in the context.
#[derive(Clone, Copy)]
pub struct Release {
    registration: StoredValue<Option<ServiceWorkerRegistration>, LocalStorage>,
    newer: RwSignal<bool>,
}

impl Release {
    /// Puts it into the context, and has the worker at this address keep it for all addresses that begin with `scope`. A
    /// browser without workers is as it was before there was one.
    pub fn provide(worker: &'static str, scope: &str) -> Self {
        let release = Self::none();
        provide_context(release);
        if let Some(asked) = workers().and_then(|workers| register(&workers, worker, scope)) {
            spawn_local(async move {
                let asked = JsFuture::from(asked).await;
                if let Ok(Ok(registration)) = asked.map(JsCast::dyn_into) {
                    release.follow(registration);
                }
            });
        }
        release
    }

    /// It, from the context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::none)
    }

    fn none() -> Self {
        Self {
            registration: StoredValue::new_local(None),
            newer: RwSignal::new(false),
        }
    }

    /// Whether a newer one is here and waits to be wanted; whoever asks is told when there is.
    pub fn newer(self) -> bool {
        self.newer.get()
    }

    /// Changes to the newer one. The page comes anew, where it was.
    pub fn change(self) {
        let waiting = self
            .registration
            .with_value(|registration| registration.as_ref().and_then(ServiceWorkerRegistration::waiting));
        let (Some(workers), Some(waiting)) = (workers(), waiting) else {
            return;
        };
        let come_anew = Closure::once_into_js(|| drop(window().location().reload()));
        workers.set_oncontrollerchange(come_anew.dyn_ref());
        // A worker that is gone meanwhile has been followed by a newer one, which will be told of in its turn.
        drop(waiting.post_message(&JsValue::from_str(TAKE_OVER)));
    }

    fn follow(self, registration: ServiceWorkerRegistration) {
        // Whoever has just opened the page has nothing in hand yet.
        let at_once = registration.waiting().is_some() && registration.active().is_some();
        let found = {
            let registration = registration.clone();
            Closure::<dyn FnMut()>::new(move || {
                if let Some(coming) = registration.installing() {
                    self.watch(&registration, &coming);
                }
            })
        };
        registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
        // It listens as long as the page is there.
        found.forget();
        if let Some(coming) = registration.installing() {
            self.watch(&registration, &coming);
        }
        let again = {
            let registration = registration.clone();
            window_event_listener_untyped("visibilitychange", move |_| {
                if !document().hidden() {
                    // Where there is no network, it is asked again the next time.
                    drop(registration.update());
                }
            })
        };
        on_cleanup(move || again.remove());
        self.registration.set_value(Some(registration));
        if at_once {
            self.change();
        }
    }

    /// Tells of a release once it is here whole. The first one takes the place of nothing.
    fn watch(self, registration: &ServiceWorkerRegistration, coming: &ServiceWorker) {
        let registration = registration.clone();
        let moved = Closure::<dyn FnMut()>::new(move || {
            let newer = registration.waiting().is_some() && registration.active().is_some();
            if self.newer.get_untracked() != newer {
                self.newer.set(newer);
            }
        });
        coming.set_onstatechange(Some(moved.as_ref().unchecked_ref()));
        moved.forget();
    }
}

/// Has a worker keep what lies below `scope`; none where the browser cannot even be asked.
fn register(workers: &ServiceWorkerContainer, worker: &str, scope: &str) -> Option<Promise> {
    let options = Object::new();
    Reflect::set(&options, &"scope".into(), &scope.into()).ok()?;
    let register: Function = Reflect::get(workers, &"register".into()).ok()?.dyn_into().ok()?;
    register.call2(workers, &worker.into(), &options).ok()?.dyn_into().ok()
}

/// The browser's workers; none where it has none, or where the page did not come by a way that can be trusted.
fn workers() -> Option<ServiceWorkerContainer> {
    Reflect::get(&window().navigator(), &"serviceWorker".into())
        .ok()?
        .dyn_into()
        .ok()
}
