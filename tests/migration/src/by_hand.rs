//! From a hand-written `IntoResponse` of axum.

/// The error as it was.
pub mod before {
    use axum::Json;
    use axum::http::{StatusCode, header};
    use axum::response::{IntoResponse, Response};
    use serde::Serialize;

    #[derive(Debug)]
    pub enum ShopError {
        NoProduct(u32),
        SoldOut { product: u32, left: u32 },
        Busy { seconds: u64 },
        Database(std::io::Error),
    }

    #[derive(Serialize)]
    pub struct Body {
        pub status: u16,
        pub error: &'static str,
        pub message: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub left: Option<u32>,
    }

    impl ShopError {
        pub fn body(&self) -> Body {
            let (status, error, message) = match self {
                Self::NoProduct(id) => (404, "no_product", format!("There is no product {id}.")),
                Self::SoldOut { product, left } => {
                    let message = format!("Only {left} of product {product} are left.");
                    (409, "sold_out", message)
                }
                Self::Busy { .. } => (429, "busy", "Too many requests.".to_owned()),
                Self::Database(cause) => {
                    eprintln!("{cause}");
                    (500, "internal", "Internal Server Error".to_owned())
                }
            };
            let left = match self {
                Self::SoldOut { left, .. } => Some(*left),
                _ => None,
            };
            Body {
                status,
                error,
                message,
                left,
            }
        }
    }

    impl IntoResponse for ShopError {
        fn into_response(self) -> Response {
            let body = self.body();
            let status = StatusCode::from_u16(body.status);
            let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let mut response = (status, Json(body)).into_response();
            if let Self::Busy { seconds } = self {
                let headers = response.headers_mut();
                headers.insert(header::RETRY_AFTER, seconds.into());
            }
            response
        }
    }
}

/// The error as it is.
pub mod after {
    use errcode::ApiError;
    use errcode::format::{Body, Cacheable, Format, FormatError, Occurrence};

    /// `{"status":404,"error":C,"message":M,...fields}`
    pub struct Shop;

    impl Format for Shop {
        const NAME: &'static str = "shop";
        const CONTENT_TYPE: &'static str = "application/json";
        const RESERVED: &'static [&'static str] = &["status", "error", "message"];
        const CACHEABLE: Cacheable = Cacheable::Always;

        fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
            body.object(|object| {
                object.member("status", &error.status().as_u16())?;
                object.member("error", error.code().as_str())?;
                error.write_message("message", object)?;
                error.write_details_as_members(object);
                Ok(())
            })
        }
    }

    #[derive(Debug, thiserror::Error, ApiError)]
    #[api(format = Shop, rename_all = "snake_case")]
    pub enum ShopError {
        /// There is no such product.
        #[error("There is no product {0}.")]
        #[api(status = 404, expose)]
        NoProduct(u32),

        /// The shop has less of the product than the order.
        #[error("Only {left} of product {product} are left.")]
        #[api(status = 409, expose)]
        SoldOut {
            product: u32,
            /// How many the shop has.
            #[api(public)]
            left: u32,
        },

        /// The client has sent too many requests.
        #[error("Too many requests.")]
        #[api(status = 429)]
        Busy {
            #[api(header = "Retry-After")]
            seconds: u64,
        },

        /// Something went wrong on our side.
        #[error("database failed")]
        #[api(status = 500, code = "internal")]
        Database(#[from] std::io::Error),
    }
}
