errcode::impl_response!(); //~ errcode::impl_response!()

errcode::impl_response!(struct Teapot); //~ errcode::impl_response!(struct Teapot)

fn main() {}
