//! Lists what a user can see, for a page that shows it: `visible USER ORGANIZATION`, such as
//! `visible users/alice organizations/acme`.

use grantor::client::Client;
use grantor::v1::ListAccessibleProductsRequest;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(subject), Some(parent)) = (arguments.next(), arguments.next()) else {
        return Err("usage: visible USER ORGANIZATION".into());
    };
    let mut products = Client::from_env()?.pages(ListAccessibleProductsRequest {
        parent,
        subject,
        ..Default::default()
    });
    while let Some(product) = products.next().await {
        let product = product?;
        println!("{}: {}", product.display_name, product.rights.join(", "));
    }
    Ok(())
}
