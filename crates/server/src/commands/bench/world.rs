//! What the checks are asked about: the demo's people and products.

use std::path::Path;
use std::sync::Arc;

use app::{App, Capacity, Options};
use cli::Failure;
use domain::MailLimits;
use grantor::v1::CheckAccessRequest;

use crate::demo;

/// A filled store, and questions about it.
pub(super) struct World {
    /// The value of the header that authenticates.
    pub(super) key: String,
    pub(super) questions: Arc<Vec<CheckAccessRequest>>,
}

/// An empty store: this database, or a file in this directory.
pub(super) async fn open(directory: &Path, database: Option<&str>) -> Result<Arc<App>, Failure> {
    let file = || format!("sqlite://{}", directory.join("grantor.db").display());
    let options = Options {
        database_url: database.map_or_else(file, str::to_owned),
        reader_connections: 2,
        key_file: directory.join("keys.json"),
        create_keys: true,
        mail: None,
        mail_limits: MailLimits::default(),
        clock: None,
        capacity: Capacity::default(),
    };
    Ok(App::open(&options, true).await?)
}

/// The demo data, and a question that is allowed.
pub(super) async fn fill(app: &Arc<App>) -> Result<World, Failure> {
    let summary = demo::load(app).await?;
    let question = CheckAccessRequest {
        subject: demo::SUBJECT.to_owned(),
        resource: demo::RESOURCE.to_owned(),
        right: demo::RIGHT.to_owned(),
        consistency: None,
        ..Default::default()
    };
    Ok(World {
        key: format!("Bearer {}", summary.key),
        questions: Arc::new(vec![question]),
    })
}
