//! How is a list read whole? Page by page, until it ends or as many as were asked for are there.

use clap::Args;
use grantor::client::{List, Page, Transport};

use super::Failure;
use super::refusal::refused;

/// The most that a page can have.
const PAGE: usize = 1000;

/// How many of a list.
#[derive(Debug, Clone, Args)]
pub(super) struct Limit {
    /// Show at most so many; standard error says where there are more.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
}

/// What was read of a list.
pub(super) struct Listed<T> {
    pub(super) items: Vec<T>,
    /// There is more, which nobody asked for.
    pub(super) cut: bool,
}

impl Limit {
    /// All of it.
    pub(super) const ALL: Self = Self { limit: None };

    /// So many where nothing else was said.
    pub(super) fn or(&self, limit: u32) -> Self {
        Self {
            limit: self.limit.or(Some(limit)),
        }
    }

    /// Reads a list of the API, which is asked for by the size of a page.
    pub(super) async fn read<L: List>(
        &self,
        transport: Transport,
        list: impl Fn(i32) -> L,
    ) -> Result<Listed<L::Item>, Failure> {
        let pages = self.pages(async |page_size, page_token| {
            let mut list = list(page_size);
            list.go_on(page_token);
            let page = list.page(transport.clone()).await;
            let Page { items, next } = page.map_err(refused)?;
            Ok((items, next))
        });
        pages.await
    }

    /// Reads page after page. A page is asked for by its size and the token of the one before, and answers its
    /// items and the token of the next.
    pub(super) async fn pages<T>(
        &self,
        mut page: impl AsyncFnMut(i32, String) -> Result<(Vec<T>, String), Failure>,
    ) -> Result<Listed<T>, Failure> {
        let limit = self.limit.map_or(usize::MAX, |limit| limit as usize);
        let (mut items, mut token) = (Vec::new(), String::new());
        loop {
            let size = limit.saturating_sub(items.len()).min(PAGE);
            let (more, next) = page(i32::try_from(size)?, token).await?;
            items.extend(more);
            token = next;
            if token.is_empty() || items.len() >= limit {
                return Ok(Listed {
                    items,
                    cut: !token.is_empty(),
                });
            }
        }
    }
}

impl<T> Listed<T> {
    /// A list that is there as a whole.
    pub(super) fn whole(items: Vec<T>) -> Self {
        Self { items, cut: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list of 2500, in pages as they are asked for.
    async fn read(limit: Option<u32>) -> (usize, bool, Vec<i32>) {
        let mut sizes = Vec::new();
        let listed = Limit { limit }
            .pages(async |size, token: String| {
                sizes.push(size);
                let from: i32 = if token.is_empty() { 0 } else { token.parse()? };
                let until = (from + size).min(2500);
                let next = if until < 2500 {
                    until.to_string()
                } else {
                    String::new()
                };
                Ok(((from..until).collect(), next))
            })
            .await
            .expect("read");
        (listed.items.len(), listed.cut, sizes)
    }

    #[tokio::test]
    async fn a_list_is_read_to_its_end_or_its_limit_and_says_whether_it_was_cut() {
        assert_eq!(read(None).await, (2500, false, vec![1000; 3]));
        assert_eq!(read(Some(1200)).await, (1200, true, vec![1000, 200]));
        assert_eq!(read(Some(2500)).await, (2500, false, vec![1000, 1000, 500]));
    }
}
