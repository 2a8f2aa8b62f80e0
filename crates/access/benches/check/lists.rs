//! What a list costs that is short beside all that there is, and one that is as long.

use std::hint::black_box;

use criterion::Criterion;
use domain::{ProductId, Timestamp};
use grantor_access::{Resource, View, Wanted};

use crate::world::{Dice, Size, product_id, use_of, user, uses, view};

const AT: Timestamp = Timestamp(0);
/// One more than a page of the default size: how much a page asks for.
const PAGE: usize = 51;

/// Twenty products of 100,000 and ten members of 50,000.
const MILLION: Size = Size {
    members: 50_000,
    products: 100_000,
    grants: 1_000_000,
};

/// A hundred products of 10,000 and ten members of 1,000.
const SMALLER: Size = Size {
    members: 1_000,
    products: 10_000,
    grants: 100_000,
};

pub(crate) fn lists(criterion: &mut Criterion) {
    for size in [MILLION, SMALLER] {
        let view = view(size, uses(size));
        short_lists(criterion, &view, size);
    }
    let all = Size {
        members: 1,
        products: 100_000,
        grants: 0,
    };
    let each = (0..all.products).map(|product| use_of(product, 0, product));
    long_list(criterion, &view(all, each));
}

/// Somebody's products and a product's users, of another one each time.
fn short_lists(criterion: &mut Criterion, view: &View, size: Size) {
    let (products, members) = (size.products, size.members);
    let mut dice = Dice(42);
    criterion.bench_function(&format!("a user's products, of {products}"), |bencher| {
        bencher.iter(|| {
            let someone = user(dice.below(members));
            black_box(view.accessible_products(&someone, Wanted::default(), None, 1_000, AT))
        });
    });
    criterion.bench_function(&format!("a product's users, of {members}"), |bencher| {
        bencher.iter(|| {
            let on = Resource::Product(product_id(dice.below(products)));
            black_box(view.accessors(&on, Some(&"use".into()), None, 1_000, AT))
        });
    });
}

/// All products are one user's.
fn long_list(criterion: &mut Criterion, view: &View) {
    let page = |after: Option<&ProductId>, size| {
        let products = view.accessible_products(&user(0), Wanted::default(), after, size, AT);
        products.unwrap().found
    };
    criterion.bench_function("the first page of a user's 100000 products", |bencher| {
        bencher.iter(|| black_box(page(None, PAGE)));
    });
    criterion.bench_function("all 100000 products of a user, 1000 a page", |bencher| {
        bencher.iter(|| {
            let mut last = None;
            while let Some((product, _)) = page(last.as_ref(), 1_000).pop() {
                last = Some(product.id.clone());
            }
            black_box(last)
        });
    });
}
