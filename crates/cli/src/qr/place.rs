//! What the code shall say. Stricter than the reader: a mistake on paper cannot be mended.

use anyhow::{bail, ensure};
use mot_cua_contract::{Place, Site};
use mot_cua_link::{Code, read};

/// `04795-3/DR`, or a whole link that was printed before.
pub(crate) fn parse(text: &str) -> anyhow::Result<Place> {
    let text = text.trim();
    ensure!(
        !text.contains(['?', '#', '&', '%', ' ']),
        "--place {text}: a place has letters, digits, one - and /, like 04795-3/DR"
    );
    let said = if text.contains("://") { read(text) } else { read(&format!("/Q/{text}")) };
    if let Some(notice) = said.notices.first() {
        let part = &notice.part;
        bail!(
            "--place {text}: {}",
            match notice.code {
                Code::TooLong => "more than 256 characters".to_owned(),
                Code::BadUnit => format!(
                    "{part} is no unit; expected the commune code of 5 digits or the site's id, 2 to 12 letters and digits"
                ),
                Code::BadCounter => format!(
                    "{part} has no counter after the hyphen; expected 1 to 4 letters and digits, like 04795-3"
                ),
                Code::BadPart => format!(
                    "{part} cannot be read; expected F and a field's id, P and seven digits, DR, DL or DS"
                ),
                Code::UnknownPart => format!("{part} begins with no known letter; expected F, P or D"),
                Code::RepeatedPart => format!("{part} is the second of its kind; expected one"),
            }
        );
    }
    ensure!(
        said.token.is_none(),
        "--place {text}: a visit token is for one visit and is not printed; leave the part with T out"
    );
    let Some(place) = said.place else {
        bail!("--place {text}: names no unit; expected something like 04795-3/DR")
    };
    Ok(place)
}

/// Where the page is: as given, else as the site says.
pub(crate) fn base(given: Option<&str>, site: Option<&Site>) -> anyhow::Result<String> {
    let base = match (given, site) {
        (Some(base), _) => base.trim().to_owned(),
        (None, Some(site)) => match &site.url {
            Some(url) => format!("{url}{}", site.base),
            None => bail!("site.json has no `url`: add it, or say --base https://…"),
        },
        (None, None) => bail!(
            "the address of the page is missing: say --base https://…, or --site DIR with a `url` in its site.json"
        ),
    };
    let (scheme, rest) = base.split_once("://").unwrap_or(("", ""));
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let host = rest.split('/').next().unwrap_or_default();
    ensure!(
        web && !host.is_empty() && !rest.contains(['?', '#', '@', ' ', '\\']),
        "--base {base}: expected https:// and a host, perhaps a folder, like https://danhgia.example.vn"
    );
    Ok(base)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn refuses_on_paper_what_a_phone_would_forgive() {
        for (text, names) in [
            ("04795-3/DX", "DX"),
            ("04795-/DR", "04795-"),
            ("!/DR", "!"),
            ("", "names no unit"),
            ("04795/DR/DL", "DL"),
            ("04795/TABC", "visit token"),
            ("04795?x=1", "letters, digits"),
            ("https://host/other", "names no unit"),
        ] {
            let error = parse(text).unwrap_err().to_string();
            assert!(error.contains(names), "{text}: {error}");
        }
        assert_eq!(parse("04795-3/dr").unwrap(), parse("HTTPS://HOST/Q/04795-3/DR").unwrap());
    }

    #[test]
    fn refuses_a_base_that_no_phone_opens() {
        for base in
            ["", "host", "ftp://host", "https://", "https:///q", "https://host/?x", "https://user@host"]
        {
            assert!(super::base(Some(base), None).is_err(), "{base}");
        }
        assert!(super::base(None, None).is_err());
        assert!(super::base(Some("http://192.168.1.20:8080/mot-cua/"), None).is_ok());
    }
}
