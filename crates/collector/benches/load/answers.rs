//! Answers as the page sends them, told apart by a number.

/// `POST` of answer `n` with all of HTTP around it.
pub(crate) fn request(path: &str, version: &str, n: u64) -> Vec<u8> {
    let body = format!(
        r#"{{"v":1,"id":"{}","rev":1,"survey":"quick","surveyVersion":"{version}","place":{{"unit":"04795","counter":"3"}},"answers":{{"overall":5,"why":["fast","kind"],"words":"Cán bộ hướng dẫn rõ, làm nhanh. Cảm ơn!"}},"complete":true,"savedAt":"2026-11-21T09:00:00+07:00","seconds":14,"lang":"vi","app":"0.1.0","context":{{"mode":"page","assisted":false,"tapMs":2100}}}}"#,
        id(n)
    );
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    [head.into_bytes(), body.into_bytes()].concat()
}

/// Scattered as random ids are, and still the number: the first half is its product with an odd constant.
pub(crate) fn id(n: u64) -> String {
    let scattered = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    format!("{:08x}-{:04x}-4000-8000-{n:012x}", scattered >> 32, scattered >> 16 & 0xffff)
}

/// The number of an id.
pub(crate) fn number(id: &str) -> u64 {
    u64::from_str_radix(id.rsplit('-').next().unwrap(), 16).unwrap()
}
