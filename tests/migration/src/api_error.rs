//! From the crate api-error.

/// The error as it was.
pub mod before {
    use api_error::ApiError;

    #[derive(Debug, thiserror::Error, ApiError)]
    pub enum ShopError {
        #[error("no product {0}")]
        #[api_error(status_code = 404, message = "There is no product {0}.")]
        NoProduct(u32),
        #[error("Only {left} are left.")]
        #[api_error(status_code = 409, message(inherit))]
        SoldOut { left: u32 },
        #[error("database failed")]
        #[api_error(status_code = 500)]
        Database(#[from] std::io::Error),
    }
}

/// The error as it is.
pub mod after {
    use errcode::ApiError;
    use errcode::format::{Body, Cacheable, Format, FormatError, Occurrence};

    /// `{"message":M}`
    pub struct Message;

    impl Format for Message {
        const NAME: &'static str = "message";
        const CONTENT_TYPE: &'static str = "application/json";
        const CACHEABLE: Cacheable = Cacheable::Always;

        fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
            body.object(|object| error.write_message("message", object))
        }
    }

    #[derive(Debug, thiserror::Error, ApiError)]
    #[api(format = Message, rename_all = "SCREAMING_SNAKE_CASE")]
    pub enum ShopError {
        /// There is no such product.
        #[error("no product {0}")]
        #[api(status = 404, message = "There is no product {0}.")]
        NoProduct(u32),

        /// The shop has less of the product than the order.
        #[error("Only {left} are left.")]
        #[api(status = 409, expose)]
        SoldOut { left: u32 },

        /// Something went wrong on our side.
        #[error("database failed")]
        #[api(status = 500)]
        Database(#[from] std::io::Error),
    }
}
