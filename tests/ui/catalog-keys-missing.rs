errcode::catalog! {
    static SKILLS: Catalog = {}; //~ SKILLS //~ SKILLS
}

fn main() {}
