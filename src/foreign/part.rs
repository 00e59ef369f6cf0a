//! The part of the request that an extractor reads, by the name of a type.

use super::RejectionKind;

/// Parts by the names of extractors in axum, axum-extra, rocket and salvo.
const PARTS: &[(&str, RejectionKind)] = &[
    ("Json", RejectionKind::Body),
    ("JsonBody", RejectionKind::Body),
    ("MsgPack", RejectionKind::Body),
    ("Bytes", RejectionKind::Body),
    ("String", RejectionKind::Body),
    ("Query", RejectionKind::Query),
    ("QueryParam", RejectionKind::Query),
    ("OptionalQuery", RejectionKind::Query),
    ("Path", RejectionKind::Path),
    ("PathParam", RejectionKind::Path),
    ("RawPathParams", RejectionKind::Path),
    ("Form", RejectionKind::Form),
    ("FormBody", RejectionKind::Form),
    ("FormFile", RejectionKind::Form),
    ("FormFiles", RejectionKind::Form),
    ("RawForm", RejectionKind::Form),
    ("Multipart", RejectionKind::Form),
    ("CookieParam", RejectionKind::Header),
    ("HeaderParam", RejectionKind::Header),
    ("TypedHeader", RejectionKind::Header),
];

/// The part of the request that an extractor reads, by the name of a type that ends with `suffix`: its rejection, or
/// the extractor itself. A name only makes the kind more precise, so that an unknown one does no harm.
pub(crate) fn part_of_request(type_name: &str, suffix: &str) -> Option<RejectionKind> {
    let path = type_name.split('<').next().unwrap_or_default();
    let name = path.rsplit("::").next().unwrap_or_default();
    let family = name.strip_suffix(suffix)?;
    let found = PARTS.iter().find(|(known, _)| *known == family);
    found.map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extractors_are_known_by_their_names() {
        for (name, suffix, kind) in [
            (
                "axum::extract::rejection::JsonRejection",
                "Rejection",
                Some(RejectionKind::Body),
            ),
            (
                "axum::extract::rejection::QueryRejection",
                "Rejection",
                Some(RejectionKind::Query),
            ),
            (
                "axum::extract::rejection::PathRejection",
                "Rejection",
                Some(RejectionKind::Path),
            ),
            (
                "axum::extract::rejection::FormRejection",
                "Rejection",
                Some(RejectionKind::Form),
            ),
            (
                "axum_extra::typed_header::TypedHeaderRejection",
                "Rejection",
                Some(RejectionKind::Header),
            ),
            (
                "axum::extract::rejection::ExtensionRejection",
                "Rejection",
                None,
            ),
            (
                "my::Rejected<axum::extract::rejection::JsonRejection>",
                "Rejection",
                None,
            ),
            ("core::convert::Infallible", "Rejection", None),
            (
                "rocket::serde::json::Json<my::Page>",
                "",
                Some(RejectionKind::Body),
            ),
            (
                "rocket::form::form::Form<my::Page>",
                "",
                Some(RejectionKind::Form),
            ),
            ("alloc::string::String", "", Some(RejectionKind::Body)),
            (
                "salvo_core::extract::payload::json::JsonBody<my::Page>",
                "",
                Some(RejectionKind::Body),
            ),
            ("my::Guard", "", None),
        ] {
            assert_eq!(part_of_request(name, suffix), kind, "{name}");
        }
    }
}
