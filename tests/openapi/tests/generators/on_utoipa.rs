//! utoipa: what it describes with errcode, and without it.

use super::*;
use errcode::openapi::utoipa::Bodies;
use utoipa::{IntoResponses, OpenApi, PartialSchema, ToSchema};

#[utoipa::path(post, path = "/skills", responses((status = 201), CreateSkill))]
#[expect(dead_code, reason = "utoipa reads the attribute alone")]
fn create() {}

#[utoipa::path(get, path = "/skills/{slug}", responses((status = 200), GetSkill))]
#[expect(dead_code, reason = "utoipa reads the attribute alone")]
fn get() {}

#[utoipa::path(put, path = "/skills/{slug}", responses((status = 200), SkillError))]
#[expect(dead_code, reason = "utoipa reads the attribute alone")]
fn update() {}

// What utoipa makes of the same errors without errcode.
#[utoipa::path(delete, path = "/skills/{slug}", responses(
    (status = 409, description = "The slug is already in use."),
    (status = 409, description = "The name is already in use."),
    (status = 409, description = "The skill is being published."),
))]
#[expect(dead_code, reason = "utoipa reads the attribute alone")]
fn by_hand() {}

// With utoipa's feature `auto_into_responses` the return type is enough.
#[utoipa::path(patch, path = "/skills/{slug}")]
#[expect(dead_code, reason = "utoipa reads the return type alone")]
fn rename() -> Result<(), SkillError> {
    unreachable!()
}

type SkillErrors = Bodies<SkillError>;

#[derive(OpenApi)]
#[openapi(
    paths(create, get, update, by_hand, rename),
    components(schemas(SkillErrors))
)]
struct Api;

fn operation(path: &str, method: &str) -> Value {
    let description = serde_json::to_value(Api::openapi()).unwrap();
    description["paths"][path][method]["responses"].clone()
}

#[test]
fn an_operation_has_all_its_errors() {
    let create = operation("/skills", "post");
    assert_all_conflicts(&create["409"]);
    assert_eq!(create.as_object().unwrap().len(), 2, "{create:#}");
    let get = operation("/skills/{slug}", "get");
    assert_eq!(example_codes(&get["404"]), ["SKILL_NOT_FOUND"]);
    assert_eq!(get.as_object().unwrap().len(), 2, "{get:#}");
}

#[test]
fn a_return_type_has_all_its_errors() {
    let mut update = operation("/skills/{slug}", "put");
    // The status of the success is stated there, and `()` has none.
    update.as_object_mut().unwrap().remove("200");
    assert_eq!(operation("/skills/{slug}", "patch"), update);
}

#[test]
fn a_type_has_the_errors_that_it_includes_and_those_of_a_rejection() {
    let update = operation("/skills/{slug}", "put");
    assert_all_conflicts(&update["409"]);
    for status in ["400", "404", "405", "413", "415", "422", "503", "default"] {
        assert!(
            update[status]["content"].is_object(),
            "{status}: {update:#}"
        );
    }
}

#[test]
fn without_errcode_two_of_three_are_lost() {
    let by_hand = operation("/skills/{slug}", "delete");
    let kept = json!({ "description": "The skill is being published." });
    assert_eq!(by_hand["409"], kept);
}

#[test]
fn only_a_required_header_is_not_said() {
    for (status, response) in responses::<SkillError>() {
        let ours: Value = serde_json::from_str(&response.to_string()).unwrap();
        let key = status.map_or("default".to_owned(), |status| status.to_string());
        let mut theirs = serde_json::to_value(&SkillError::responses()[&key]).unwrap();
        for (name, header) in ours["headers"].as_object().into_iter().flatten() {
            theirs["headers"][name]["required"] = header["required"].clone();
        }
        assert_eq!(theirs, ours, "{key}");
    }
}

#[test]
fn a_type_is_a_schema_of_all_bodies() {
    assert_eq!(Bodies::<SkillError>::name(), "SkillError");
    let schema = serde_json::to_string(&Bodies::<SkillError>::schema()).unwrap();
    for code in CONFLICTS
        .iter()
        .chain(&["SKILL_NOT_FOUND", "QUOTA_UNKNOWN"])
    {
        assert!(schema.contains(code), "{code}: {schema}");
    }
    let one = serde_json::to_value(Bodies::<GetSkill>::schema()).unwrap();
    assert_eq!(
        one["properties"]["code"]["enum"],
        json!(["SKILL_NOT_FOUND"])
    );
    let description = serde_json::to_value(Api::openapi()).unwrap();
    assert!(description["components"]["schemas"]["SkillError"]["anyOf"].is_array());
}

#[test]
fn utoipa_5_describes_the_same() {
    let six = serde_json::to_value(<CreateSkill as IntoResponses>::responses()).unwrap();
    let five = <CreateSkill as utoipa_5::IntoResponses>::responses();
    assert_eq!(serde_json::to_value(five).unwrap(), six);
}

#[test]
fn utoipa_5_has_a_schema_of_the_bodies() {
    type Five = errcode::openapi::utoipa_5::Bodies<SkillError>;
    let six = serde_json::to_value(Bodies::<SkillError>::schema()).unwrap();
    let five = <Five as utoipa_5::PartialSchema>::schema();
    assert_eq!(serde_json::to_value(five).unwrap(), six);
    let names = (
        Bodies::<SkillError>::name(),
        <Five as utoipa_5::ToSchema>::name(),
    );
    assert_eq!(names.0, names.1);
}
