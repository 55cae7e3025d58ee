#![allow(clippy::unwrap_used, clippy::expect_used)]

mod boot;
mod broken;
mod fixture;
mod folder;
mod opening;
mod pages;
mod printed;
mod sheets;
