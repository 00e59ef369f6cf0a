use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("gone")]
#[api(status = 410, code = "GONE")]
struct Gone<#[api(public)] T>(std::marker::PhantomData<T>); //~ api

fn main() {}
