//! Products come with tags and groups, one or many: what hangs on those is given with them.

use domain::{Operator, UserId};
use grantor::v1;

use super::Acme;
use crate::harness::{Actor, Answer, refused, rights, tag, to_member, why};

fn kdrive(tags: &[&str]) -> v1::Product {
    v1::Product {
        product_type: "productTypes/kdrive".into(),
        display_name: "A drive".into(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..Default::default()
    }
}

async fn sees(who: &Actor, name: &str) -> Answer<v1::Product> {
    let request = v1::GetProductRequest { name: name.into() };
    let answer = who.products().get_product(request).await?.into_inner();
    Ok(answer.product.expect("the product"))
}

#[tokio::test]
async fn a_batch_is_there_as_a_whole_with_its_tags_and_groups() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let website = acme.ann.creates_group("acme", "website").await;
    let website = website.expect("a group");
    let grant = to_member("acme", "bob", rights(&["kdrive/use"]), tag("x"));
    acme.ann.grants_access("acme", grant).await.expect("given");
    let grouped = v1::Product {
        product_groups: vec![website.clone()],
        ..kdrive(&["b", "a"])
    };
    let shop = acme.world.service("shop", &["products.write"]).await;
    let made = shop
        .creates_products("acme", vec![("two", grouped), ("one", kdrive(&["x"]))])
        .await
        .expect("made");
    let shown: Vec<_> = made.iter().map(|product| product.name.as_str()).collect();
    let [two, one] = ["two", "one"].map(|id| format!("organizations/acme/products/{id}"));
    assert_eq!(shown, [two.as_str(), one.as_str()]);
    assert_eq!(made[0].tags, ["a", "b"]);
    assert_eq!(made[0].product_groups, [website]);
    let kept = sees(&acme.ann, &two).await.expect("it is there");
    assert_eq!(kept, made[0]);
    assert!(bob.may("kdrive/use", &one).await);
    assert!(!bob.may("kdrive/use", &two).await);
}

#[tokio::test]
async fn an_item_that_is_refused_is_named_and_none_is_made() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    let taken = vec![("fresh", kdrive(&[])), ("drive", kdrive(&[]))];
    let taken = refused(
        operator.creates_products("acme", taken).await,
        why::ID_TAKEN,
    );
    assert_eq!(taken.metadata["item"], "1");
    let unknown = v1::Product {
        product_type: "productTypes/nothing".into(),
        ..kdrive(&[])
    };
    let unknown = vec![("fresh", kdrive(&[])), ("other", unknown)];
    let unknown = operator.creates_products("acme", unknown).await;
    let unknown = refused(unknown, why::FIELD_INVALID);
    assert_eq!(unknown.fields, ["requests[1].product.product_type"]);
    let tags: Vec<_> = (0..65).map(|number| format!("t{number}")).collect();
    let tags: Vec<_> = tags.iter().map(String::as_str).collect();
    let many = vec![("fresh", kdrive(&[])), ("other", kdrive(&tags))];
    let many = operator.creates_products("acme", many).await;
    refused(many, why::SIZE_LIMIT);
    let fresh = "organizations/acme/products/fresh";
    refused(sees(&acme.ann, fresh).await, why::NOT_FOUND);
}

#[tokio::test]
async fn an_operator_gives_by_a_label_only_what_they_hold() {
    let acme = Acme::new().await;
    acme.bob().await;
    let olga = acme.world.user("olga").await;
    let operator = Operator::User(UserId::parse("olga").expect("an id"));
    acme.world.names_operator(operator).await;
    let grant = to_member("acme", "bob", rights(&["kdrive/use"]), tag("x"));
    acme.ann.grants_access("acme", grant).await.expect("given");
    let giving = olga
        .creates_products("acme", vec![("new", kdrive(&["x"]))])
        .await;
    refused(giving, why::GIVES_MORE_THAN_HELD);
    olga.creates_products("acme", vec![("new", kdrive(&["idle"]))])
        .await
        .expect("a label through which nobody has anything");
}
