//! What utoipa reads, in the types of each of its versions.

macro_rules! types {
    ($utoipa:ident) => {
        use std::any::type_name;
        use std::borrow::Cow;
        use std::collections::BTreeMap;
        use std::marker::PhantomData;

        use $utoipa::openapi::{RefOr, Response, Schema};
        use $utoipa::{PartialSchema, ToSchema};

        use crate::openapi::{OperationErrors, typed};

        /// The responses by status, `default` for all other statuses: what `IntoResponses` returns.
        ///
        /// # Panics
        ///
        /// If utoipa cannot read a response of OpenAPI 3.1.
        pub fn responses<E: OperationErrors + ?Sized>() -> BTreeMap<String, RefOr<Response>> {
            let responses = crate::openapi::responses::<E>().into_iter();
            let key = |status: Option<u16>| {
                status.map_or("default".to_owned(), |status| status.to_string())
            };
            responses
                .map(|(status, response)| (key(status), RefOr::T(typed(&response))))
                .collect()
        }

        /// The bodies of all errors as a schema. In the attributes of utoipa name it by an alias, because utoipa demands a schema of
        /// every type that it sees: `type SkillErrors = Bodies<SkillError>;` and `components(schemas(SkillErrors))`.
        ///
        /// An error type may derive `ToSchema` itself, which describes its fields. So it has no other impl of that trait.
        #[derive(Debug)]
        pub struct Bodies<E: ?Sized>(PhantomData<fn() -> E>);

        impl<E: OperationErrors + ?Sized> PartialSchema for Bodies<E> {
            fn schema() -> RefOr<Schema> {
                RefOr::T(typed(&crate::openapi::schema::<E>()))
            }
        }

        impl<E: OperationErrors + ?Sized> ToSchema for Bodies<E> {
            fn name() -> Cow<'static, str> {
                let path = type_name::<E>().split('<').next().unwrap_or_default();
                Cow::Borrowed(path.rsplit("::").next().unwrap_or(path))
            }
        }
    };
}

pub(super) use types;
