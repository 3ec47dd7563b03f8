//! Somebody outside the house as a test has them: a server on a thread of its own, on a free port, that ends when it is dropped.

use std::net::TcpListener;
use std::sync::mpsc;
use std::thread;

use actix_web::dev::ServerHandle;
use actix_web::rt::System;
use actix_web::web::{self, Data};
use actix_web::{App, FromRequest, Handler, HttpServer, Responder};

/// A door to which nobody has come yet: where somebody will answer is known before they do.
pub(crate) struct Door {
    listener: TcpListener,
    /// Where it is.
    pub(crate) url: String,
}

impl Door {
    /// One on a free port.
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        Self { listener, url }
    }
}

/// Somebody who answers.
pub(crate) struct Outsider {
    handle: ServerHandle,
    thread: Option<thread::JoinHandle<()>>,
}

impl Outsider {
    /// Answers whatever is asked at a door.
    pub(crate) fn at<T, F, A>(door: Door, inside: Data<T>, answer: F) -> Self
    where
        T: Send + Sync + ?Sized + 'static,
        F: Handler<A> + Send,
        A: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let (tell, told) = mpsc::channel();
        let thread = thread::spawn(move || {
            System::new().block_on(async move {
                let app = move || {
                    App::new()
                        .app_data(inside.clone())
                        .default_service(web::to(answer.clone()))
                };
                let server = HttpServer::new(app)
                    .workers(1)
                    .disable_signals()
                    .listen(door.listener)
                    .unwrap()
                    .run();
                tell.send(server.handle()).unwrap();
                server.await.unwrap();
            });
        });
        Self {
            handle: told.recv().unwrap(),
            thread: Some(thread),
        }
    }
}

impl Drop for Outsider {
    fn drop(&mut self) {
        // The order is given by calling; waiting for it is what the thread's end is for.
        drop(self.handle.stop(false));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}
