//! Example data for a new service.

use crate::state::{Skill, Source, Status, Store};

impl Store {
    /// Adds the users `ada`, who has skills, `bob`, who has none, and `rex`, a reviewer. Their tokens
    /// are their names. Adds the skills `pdf-tools`, which is free, `invoice-pro`, which is not, and
    /// `web-search`, which was published elsewhere.
    pub fn seed(&mut self) {
        for name in ["ada", "bob", "rex"] {
            let user = self.sign_in(&format!("{name}@example.com"));
            self.start_session(name.to_owned(), user);
            self.user(user).username = Some(name.to_owned());
            self.user(user).reviewer = name == "rex";
        }
        let ada = Some(self.sign_in("ada@example.com"));
        for (slug, name, owner, source, price_cents) in [
            ("pdf-tools", "PDF tools", ada, Source::Native, 0),
            ("invoice-pro", "Invoice Pro", ada, Source::Native, 900),
            ("web-search", "Web search", None, Source::ClawHub, 0),
        ] {
            let skill = Skill {
                slug: slug.to_owned(),
                name: name.to_owned(),
                owner,
                source,
                price_cents,
                version: 0,
                pending: false,
                status: Status::Live,
            };
            self.skills.insert(slug.to_owned(), skill);
        }
    }
}
