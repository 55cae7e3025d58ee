#![allow(clippy::unwrap_used, clippy::expect_used)]

mod boot;
mod broken;
mod fixture;
mod folder;
mod merged;
mod offline;
mod opening;
mod pages;
mod printed;
mod promises;
mod sheets;
mod workbench;
