//! From the crate http-api-problem. Its members have the order of the crate `problem_details`, so that the error after it
//! has the same format.

pub use crate::problem_details::after;

/// The error as it was.
pub mod before {
    use axum::http::StatusCode;
    use axum::response::{IntoResponse, Response};
    use http_api_problem::HttpApiProblem;

    #[derive(Debug)]
    pub enum ShopError {
        NoProduct(u32),
        SoldOut { left: u32 },
        Database(std::io::Error),
    }

    impl From<ShopError> for HttpApiProblem {
        fn from(error: ShopError) -> Self {
            match error {
                ShopError::NoProduct(id) => Self::with_title(StatusCode::NOT_FOUND)
                    .detail(format!("There is no product {id}.")),
                ShopError::SoldOut { left } => Self::new(StatusCode::CONFLICT)
                    .type_url("https://shop.example/sold-out")
                    .title("Sold out")
                    .detail(format!("Only {left} are left."))
                    .value("left", &left),
                ShopError::Database(cause) => {
                    eprintln!("{cause}");
                    Self::with_title(StatusCode::INTERNAL_SERVER_ERROR)
                }
            }
        }
    }

    impl IntoResponse for ShopError {
        fn into_response(self) -> Response {
            HttpApiProblem::from(self).to_axum_response()
        }
    }
}
