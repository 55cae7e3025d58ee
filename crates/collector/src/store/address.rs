//! What `--db` says: where the answers are.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;

/// A database. Neither `Display` nor `Debug` shows a password.
#[derive(Clone)]
pub enum Address {
    Sqlite(PathBuf),
    Postgres(Box<PgConnectOptions>),
}

const EXPECTED: &str = "expected sqlite:FILE or postgres://USER@HOST/DATABASE";

impl FromStr for Address {
    type Err = String;

    /// The error is a sentence. It never repeats an address of `PostgreSQL`, which may hold a password.
    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("sqlite", file)) => sqlite(text, file),
            Some((scheme @ ("postgres" | "postgresql"), _)) => postgres(scheme, text),
            Some((scheme, _)) => Err(format!("{scheme}:…: {EXPECTED}")),
            None => Err(format!("{text}: {EXPECTED}")),
        }
    }
}

fn sqlite(text: &str, file: &str) -> Result<Address, String> {
    let file = file.strip_prefix("//").unwrap_or(file);
    if file.is_empty() || file == ":memory:" || file.contains('?') {
        return Err(format!(
            "{text}: expected sqlite: and the path of a file, like sqlite:/var/lib/mot-cua/answers.db"
        ));
    }
    Ok(Address::Sqlite(PathBuf::from(file)))
}

fn postgres(scheme: &str, text: &str) -> Result<Address, String> {
    let options = PgConnectOptions::from_str(text).map_err(|_| {
        format!(
            "{scheme}://…: this address cannot be read (a password with one of : / @ # ? % needs its %-form); {EXPECTED}"
        )
    })?;
    match options.get_database() {
        Some(name) if !name.is_empty() => Ok(Address::Postgres(Box::new(options))),
        _ => Err(format!("{scheme}://…: names no database; {EXPECTED}")),
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "{}", path.display()),
            Self::Postgres(options) => {
                let database = options.get_database().unwrap_or_default();
                let (user, port) = (options.get_username(), options.get_port());
                match options.get_socket() {
                    Some(folder) => write!(f, "postgres://{user}@[{}]:{port}/{database}", folder.display()),
                    None => write!(f, "postgres://{user}@{}:{port}/{database}", options.get_host()),
                }
            }
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        let address: Address = "postgres://ward:s3cret@db.example:5433/answers".parse().unwrap();
        assert_eq!(address.to_string(), "postgres://ward@db.example:5433/answers");
        assert_eq!(format!("{address:?}"), address.to_string());
        for wrong in ["postgres://ward:s3cret@", "postgresql://a:s3cret@h:x/d", "mysql://a:s3cret@h/d"] {
            let said = wrong.parse::<Address>().unwrap_err();
            assert!(said.contains("postgres://USER@HOST/DATABASE") && !said.contains("s3cret"), "{said}");
        }
        assert!("sqlite:".parse::<Address>().unwrap_err().contains("the path of a file"));
        assert_eq!("sqlite:///a/b.db".parse::<Address>().unwrap().to_string(), "/a/b.db");
    }
}
