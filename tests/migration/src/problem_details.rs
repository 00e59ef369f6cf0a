//! From the crate `problem_details`.

/// The error as it was.
pub mod before {
    use axum::http::{StatusCode, Uri};
    use axum::response::{IntoResponse, Response};
    use problem_details::ProblemDetails;
    use serde::Serialize;

    #[derive(Debug)]
    pub enum ShopError {
        NoProduct(u32),
        SoldOut { left: u32 },
        Database(std::io::Error),
    }

    #[derive(Serialize)]
    struct Left {
        left: u32,
    }

    impl IntoResponse for ShopError {
        fn into_response(self) -> Response {
            match self {
                Self::NoProduct(id) => ProblemDetails::from_status_code(StatusCode::NOT_FOUND)
                    .with_detail(format!("There is no product {id}."))
                    .into_response(),
                Self::SoldOut { left } => ProblemDetails::from_status_code(StatusCode::CONFLICT)
                    .with_type(Uri::from_static("https://shop.example/sold-out"))
                    .with_title("Sold out")
                    .with_detail(format!("Only {left} are left."))
                    .with_extensions(Left { left })
                    .into_response(),
                Self::Database(cause) => {
                    eprintln!("{cause}");
                    ProblemDetails::from_status_code(StatusCode::INTERNAL_SERVER_ERROR)
                        .into_response()
                }
            }
        }
    }
}

/// The error as it is.
pub mod after {
    use errcode::ApiError;
    use errcode::format::{Body, Cacheable, Format, FormatError, Occurrence};

    /// A problem with its members in the order of the crate `problem_details`, which leaves out `about:blank`.
    pub struct OldProblem;

    impl Format for OldProblem {
        const NAME: &'static str = "old problem";
        const CONTENT_TYPE: &'static str = "application/problem+json";
        const RESERVED: &'static [&'static str] = &["type", "status", "title", "detail"];
        const CACHEABLE: Cacheable = Cacheable::Always;

        fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
            body.object(|object| {
                object.optional("type", error.link())?;
                object.member("status", &error.status().as_u16())?;
                object.member("title", error.title())?;
                if error.message() != error.title() {
                    error.write_message("detail", object)?;
                }
                error.write_details_as_members(object);
                Ok(())
            })
        }
    }

    #[derive(Debug, thiserror::Error, ApiError)]
    #[api(format = OldProblem, rename_all = "snake_case")]
    pub enum ShopError {
        /// There is no such product.
        #[error("There is no product {0}.")]
        #[api(status = 404, expose)]
        NoProduct(u32),

        /// The shop has less of the product than the order.
        #[error("Only {left} are left.")]
        #[api(status = 409, title = "Sold out")]
        #[api(type = "https://shop.example/sold-out")]
        SoldOut {
            /// How many the shop has.
            #[api(public)]
            left: u32,
        },

        /// Something went wrong on our side.
        #[error("database failed")]
        #[api(status = 500)]
        Database(#[from] std::io::Error),
    }
}
