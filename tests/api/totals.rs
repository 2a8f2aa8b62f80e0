//! How much there is in all, and how much one page looks at.

use grantor::v1;

use crate::harness::*;

fn products_of(user: &str, right: &str, size: i32) -> v1::ListAccessibleProductsRequest {
    v1::ListAccessibleProductsRequest {
        parent: "organizations/acme".into(),
        subject: format!("users/{user}"),
        right: right.to_owned(),
        page_size: size,
        consistency: fully(),
        ..Default::default()
    }
}

fn accessors(resource: &str, right: &str, size: i32) -> v1::ListAccessorsRequest {
    v1::ListAccessorsRequest {
        resource: resource.to_owned(),
        right: right.to_owned(),
        page_size: size,
        consistency: fully(),
        ..Default::default()
    }
}

/// Three drives and a site, of which bob and carl have some.
async fn begins() -> (World, ()) {
    let (world, ann) = World::acme().await;
    let operator = world.operator();
    for (id, product_type) in [
        ("a", "kdrive"),
        ("b", "kdrive"),
        ("c", "kdrive"),
        ("d", "domain"),
    ] {
        let made = operator.creates_product("acme", id, product_type);
        made.await.expect("a product");
    }
    for person in ["bob", "carl", "dora"] {
        world.member("acme", &ann, person, collaborator()).await;
    }
    for (person, given) in [("bob", "kdrive/use"), ("carl", "kdrive/manage")] {
        let given = to_member("acme", person, rights(&[given]), of_type("kdrive"));
        ann.grants_access("acme", given).await.expect("given");
    }
    (world, ())
}

static BEGINS: Beginning<()> = Beginning::new();

#[tokio::test]
async fn a_total_is_that_of_the_whole_list_on_every_page_that_asks_for_it() {
    let (world, ()) = BEGINS.copied(begins).await;
    let ann = world.acting("ann");
    for (user, right, total) in [
        ("bob", "", 3),
        ("bob", "kdrive/use", 3),
        ("bob", "kdrive/manage", 0),
        ("dora", "", 0),
        ("ann", "", 4),
        ("ann", "contact_support", 4),
        ("nobody", "", 0),
    ] {
        let (mut seen, mut request) = (0, products_of(user, right, 2));
        loop {
            request.return_total_size = true;
            let page = ann.access().list_accessible_products(request.clone()).await;
            let page = page.expect("listed").into_inner();
            assert_eq!(page.total_size, total, "{user} {right}");
            request.return_total_size = false;
            let silent = ann.access().list_accessible_products(request.clone()).await;
            let silent = silent.expect("the same token").into_inner();
            assert_eq!((silent.total_size, &silent.products), (0, &page.products));
            seen += page.products.len();
            request.page_token = page.next_page_token;
            if request.page_token.is_empty() {
                break;
            }
        }
        assert_eq!(
            seen,
            usize::try_from(total).expect("small"),
            "{user} {right}"
        );
    }
    let drive = "organizations/acme/products/a";
    for (resource, right, total) in [
        (drive, "", 3),
        (drive, "use", 2),
        (drive, "contact_support", 1),
        ("organizations/acme", "view", 4),
        ("organizations/acme", "manage_users", 1),
    ] {
        let request = v1::ListAccessorsRequest {
            return_total_size: true,
            ..accessors(resource, right, 1)
        };
        let page = ann.access().list_accessors(request).await;
        let page = page.expect("listed").into_inner();
        assert_eq!(
            (page.accessors.len(), page.total_size),
            (1, total),
            "{right}"
        );
        let silent = ann
            .access()
            .list_accessors(accessors(resource, right, 1))
            .await;
        assert_eq!(silent.expect("listed").into_inner().total_size, 0);
    }
}

/// 2,000 products of 64 tags, all of which bob was given once, and one more that is his.
async fn many() -> (World, ()) {
    let (world, ann) = World::acme().await;
    let operator = world.operator();
    world.member("acme", &ann, "bob", collaborator()).await;
    let tags: Vec<_> = (0..64).map(|tag| format!("t{tag}")).collect();
    let product = v1::Product {
        product_type: "productTypes/kdrive".into(),
        display_name: "One of many".into(),
        tags,
        ..Default::default()
    };
    for half in 0..2 {
        let ids: Vec<_> = (0..1000).map(|id| format!("p{half}-{id:03}")).collect();
        let products = ids.iter().map(|id| (id.as_str(), product.clone()));
        let made = operator.creates_products("acme", products.collect());
        made.await.expect("made");
    }
    let last = operator.creates_product("acme", "z", "kdrive").await;
    let over = v1::Grant {
        expire_time: Some(world.later(60)),
        ..to_member("acme", "bob", rights(&["kdrive/use"]), of_type("kdrive"))
    };
    let own = products(&[&last.expect("a product")]);
    let own = to_member("acme", "bob", rights(&["kdrive/use"]), own);
    for given in [over, own] {
        ann.grants_access("acme", given).await.expect("given");
    }
    (world, ())
}

static MANY: Beginning<()> = Beginning::new();

#[tokio::test]
async fn a_page_looks_at_so_much_and_the_next_one_goes_on() {
    let (world, ()) = MANY.copied(many).await;
    world.passes(std::time::Duration::from_secs(60));
    let mut request = products_of("bob", "", 1000);
    let (mut pages, mut found) = (Vec::new(), Vec::new());
    loop {
        let page = world
            .acting("bob")
            .access()
            .list_accessible_products(request.clone())
            .await;
        let page = page.expect("listed").into_inner();
        pages.push(page.products.len());
        found.extend(page.products.into_iter().map(|product| product.product));
        request.page_token = page.next_page_token;
        if request.page_token.is_empty() {
            break;
        }
    }
    assert_eq!(found, ["organizations/acme/products/z"]);
    assert_eq!(
        pages,
        [0, 1],
        "the first looked at as much as it may, and found nothing"
    );
    request.return_total_size = true;
    let page = world
        .acting("bob")
        .access()
        .list_accessible_products(request)
        .await;
    assert_eq!(page.expect("counted").into_inner().total_size, 1);
}
