//! Which columns has each table that is not a noun's? sea-orm entities; they never leave this crate.

/// One row of the log.
pub(crate) mod change {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "change")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub home: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub revision: i64,
        pub format: i64,
        pub key_id: String,
        pub method: String,
        pub payload: String,
        pub deps: String,
        pub actor: Option<String>,
        pub caller: String,
        pub request_id: Option<String>,
        pub at: i64,
        pub chain: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A request that succeeded, by its id.
pub(crate) mod idempotency {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "idempotency")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub home: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub caller: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub request_hash: Vec<u8>,
        pub revision: Option<i64>,
        pub users_revision: Option<i64>,
        pub takes_from: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A mail to send.
pub(crate) mod outbox {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub home: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub revision: i64,
        pub mail: String,
        pub at: i64,
        pub attempts: i64,
        pub due: Option<i64>,
        pub leased_until: Option<i64>,
        pub given_up_at: Option<i64>,
        pub failure: Option<String>,
        pub recipient: Option<String>,
        pub sender: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A personal value; salt, value and lookup are gone once it is erased.
pub(crate) mod personal {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "personal")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub home: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub subject: Option<String>,
        pub salt: Option<Vec<u8>>,
        pub value: Option<String>,
        pub lookup: Option<String>,
    }

    /// Logs never show the value.
    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "personal {} of {}", self.id, self.home)
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A mutation that a rule refused.
pub(crate) mod refusal {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "refusal")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub home: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        pub at: i64,
        pub actor: Option<String>,
        pub caller: String,
        pub method: String,
        pub reason: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
