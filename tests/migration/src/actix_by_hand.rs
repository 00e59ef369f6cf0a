//! From a hand-written `ResponseError` of actix-web. The error after it is that of [`by_hand`](crate::by_hand), because
//! no part of it depends on the framework.

pub use crate::by_hand::after;

/// The error as it was.
pub mod before {
    use std::fmt;

    use actix_web::http::{StatusCode, header};
    use actix_web::{HttpResponse, ResponseError};

    use crate::by_hand::before::ShopError as Shared;

    #[derive(Debug)]
    pub struct ShopError(pub Shared);

    impl fmt::Display for ShopError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0.body().error)
        }
    }

    impl ResponseError for ShopError {
        fn status_code(&self) -> StatusCode {
            let status = StatusCode::from_u16(self.0.body().status);
            status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        }

        fn error_response(&self) -> HttpResponse {
            let mut response = HttpResponse::build(self.status_code());
            if let Shared::Busy { seconds } = self.0 {
                response.insert_header((header::RETRY_AFTER, seconds));
            }
            response.json(self.0.body())
        }
    }
}
