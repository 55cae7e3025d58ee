//! The collector over real sockets: the same tests on `SQLite` and on `PostgreSQL`.
#![allow(clippy::unwrap_used)]

/// Makes a test of each function, on both databases.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test]
            fn $name() {
                super::$name(crate::desk::On::Sqlite);
            })+
        }
        mod postgres {
            $(#[test]
            fn $name() {
                if crate::desk::postgres::is_here() {
                    super::$name(crate::desk::On::Postgres);
                }
            })+
        }
    };
}

mod bounds;
mod contract;
mod counting;
mod desk;
mod door;
mod form;
mod keeping;
mod outage;
mod pages;
mod photos;
mod reach;
mod results;
mod safety;
mod sharing;
mod visits;
