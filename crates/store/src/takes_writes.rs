//! Can anything be written? Where the last write could not be made, it is found out anew.

use sea_orm::sea_query::{Expr, ExprTrait, Query};

use crate::error::Error;
use crate::store::Store;

/// How many small commits show that there is room for what a change writes: a disk that is full has some left for one.
const TRIES: usize = 32;

impl Store {
    /// Whether writes can be made: the last one could, or some that change nothing can now.
    pub async fn takes_writes(&self) -> bool {
        if !self.writes().last_failed() {
            return true;
        }
        for _ in 0..TRIES {
            if let Err(cause) = self.writes_nothing().await {
                // A commit that worked before it says nothing of the next.
                self.writes().failed();
                let cause = &cause as &dyn std::error::Error;
                tracing::error!(cause, "nothing can be written");
                return false;
            }
        }
        true
    }

    async fn writes_nothing(&self) -> Result<(), Error> {
        let same = Query::update()
            .table("store")
            .value("one", Expr::col("one"))
            .and_where(Expr::col("one").eq(1i64))
            .take();
        self.beside(move |tx| Box::pin(async move { tx.run(&same).await.map(|_| ()) }))
            .await
    }
}
