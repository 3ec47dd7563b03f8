//! The one writer that SQLite has.

use std::sync::mpsc;
use std::thread;

use diesel::connection::Connection as _;
use tokio::sync::oneshot;

use super::{Conn, DbError};

/// Does its work in a savepoint and gives what is to be told once the whole batch has been committed.
type Job = Box<dyn FnOnce(&mut Conn) -> Answer + Send>;
/// Tells whoever waits how it went; the argument says whether the commit did.
type Answer = Box<dyn FnOnce(bool)>;

/// At most so many jobs share a commit, so that the first does not wait long for the last.
const BATCH: usize = 128;

pub(super) struct Writer {
    jobs: mpsc::Sender<Job>,
}

impl Writer {
    pub(super) fn start(mut conn: Conn) -> std::io::Result<Self> {
        let (jobs, waiting) = mpsc::channel::<Job>();
        thread::Builder::new().name("writer".into()).spawn(move || {
            while let Ok(first) = waiting.recv() {
                let mut answers = Vec::new();
                let committed = conn.transaction::<_, diesel::result::Error, _>(|conn| {
                    answers.push(first(conn));
                    for job in waiting.try_iter().take(BATCH - 1) {
                        answers.push(job(conn));
                    }
                    Ok(())
                });
                if let Err(error) = &committed {
                    tracing::error!(%error, "a batch of writes could not be committed");
                }
                for answer in answers {
                    answer(committed.is_ok());
                }
            }
        })?;
        Ok(Self { jobs })
    }

    pub(super) async fn write<T, E>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + From<diesel::result::Error> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |conn| {
            let done = conn.transaction(work);
            Box::new(move |committed| {
                let answer = if committed { done } else { Err(DbError::Closed.into()) };
                // Whoever asked may have hung up; the work stands all the same.
                drop(tell.send(answer));
            })
        });
        self.jobs.send(job).map_err(|_| DbError::Closed)?;
        told.await.unwrap_or_else(|_| Err(DbError::Closed.into()))
    }
}
