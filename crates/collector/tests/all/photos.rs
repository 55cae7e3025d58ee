//! Photos in answers.

use mot_cua_collector::Limits;
use mot_cua_collector::store::Copy;
use serde_json::{Value, json};

use crate::desk::{ID, NOW, On, Reply, Server, answer, fresh, id, version_of};
use crate::keeping::with;

on_both! {
    a_photo_is_kept_once_and_never_shown, what_is_no_photo_is_refused, with_the_answer_the_photo_goes,
    what_no_answer_names_goes_after_a_day, the_disk_is_not_filled, photos_move_with_the_answers,
}

const PHOTOS: &str = r#"{"elements":[{"type":"comment","name":"words"},
  {"type":"file","name":"photo","allowMultiple":true,"acceptedTypes":"image/*"}]}"#;

fn server(on: On, limits: Limits) -> Server {
    Server::start_asking(&fresh(on), "/", limits, 64, PHOTOS)
}

/// As long as asked for, begun as JPEG does.
fn photo(letter: u8, length: usize) -> Vec<u8> {
    let mut bytes = vec![letter; length];
    bytes.splice(..4, [0xff, 0xd8, 0xff, 0xe0]);
    bytes
}

fn hash(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    hex::encode(Sha256::digest(bytes))
}

fn put_as(server: &Server, name: &str, media: &str, bytes: &[u8]) -> Reply {
    server.send("PUT", &format!("/api/attachments/{name}"), &[("content-type", media)], bytes)
}

fn put(server: &Server, bytes: &[u8]) -> u16 {
    put_as(server, &hash(bytes), "image/jpeg", bytes).status
}

fn naming(id: &str, rev: u32, photos: &[&[u8]]) -> Value {
    let named = photos.iter().enumerate().map(|(at, bytes)| {
        json!({"name": format!("photo-{}.jpg", at + 1), "type": "image/jpeg", "content": format!("sha256:{}", hash(bytes))})
    });
    let mut answer = answer(id, rev, json!({"words": "Ghế hỏng", "photo": named.collect::<Vec<_>>()}));
    answer["surveyVersion"] = version_of(PHOTOS).into();
    answer
}

fn count(server: &Server) -> i64 {
    server.count("SELECT count(*) FROM photos")
}

fn a_photo_is_kept_once_and_never_shown(on: On) {
    let server = server(on, Limits::default());
    let bytes = photo(b'a', 300 * 1024);
    assert_eq!(server.post(&naming(ID, 1, &[&bytes])).status, 201, "the answer waits for no photo");
    let first = put_as(&server, &hash(&bytes), "image/jpeg", &bytes);
    assert_eq!((first.status, first.json()), (201, json!({"sha256": hash(&bytes)})));
    assert_eq!(put(&server, &bytes), 200);
    assert_eq!(count(&server), 1);
    for method in ["GET", "HEAD", "DELETE", "POST"] {
        let reply = server.send(method, &format!("/api/attachments/{}", hash(&bytes)), &[], "");
        assert_eq!(reply.status, 405, "{method}");
    }
    let stored = with(&server.database, async |store| store.photo(&hash(&bytes)).await.unwrap());
    assert_eq!(stored, Some(("image/jpeg".to_owned(), bytes)));
}

fn what_is_no_photo_is_refused(on: On) {
    let server = server(on, Limits::default());
    let (good, large) = (photo(b'a', 900), photo(b'a', 300 * 1024 + 1));
    let refused = |reply: Reply, status: u16| {
        assert_eq!((reply.status, reply.header("content-type")), (status, "application/problem+json"));
        assert!(reply.json()["title"].is_string());
    };
    refused(put_as(&server, &hash(&large), "image/jpeg", &large), 413);
    refused(put_as(&server, &hash(b"<svg/>"), "image/svg+xml", b"<svg/>"), 415);
    refused(put_as(&server, &hash(b"<html>"), "image/jpeg", b"<html>"), 415);
    refused(put_as(&server, &hash(&good), "text/html", &good), 415);
    refused(put_as(&server, &hash(&large), "image/jpeg", &good), 422);
    refused(put_as(&server, &hash(&good).to_uppercase(), "image/jpeg", &good), 422);
    assert_eq!(count(&server), 0);
    // An answer names photos by hash, and no file of a phone.
    let mut named = naming(ID, 1, &[&good]);
    named["answers"]["photo"][0]["content"] = "data:image/jpeg;base64,AAAA".into();
    let reply = server.post(&named);
    assert_eq!((reply.status, reply.json()["field"].clone()), (422, json!("photo")));
}

fn with_the_answer_the_photo_goes(on: On) {
    let server = server(on, Limits::default());
    let (one, two) = (photo(b'1', 500), photo(b'2', 500));
    server.post(&naming(ID, 1, &[&one, &two]));
    server.post(&naming(&id(5), 1, &[&two]));
    assert_eq!((put(&server, &one), put(&server, &two)), (201, 201));
    // Its owner took one out before saying "done"; an older revision that comes late does not bring it back.
    server.post(&naming(ID, 3, &[&two]));
    assert_eq!(count(&server), 1, "the one that nobody's latest revision names");
    server.post(&naming(ID, 2, &[&one, &two]));
    let delete = |id: &str| server.send("DELETE", &format!("/api/responses/{id}"), &[], "").status;
    assert_eq!(delete(ID), 204);
    assert_eq!(count(&server), 1, "another answer has the same photo");
    assert_eq!(delete(&id(5)), 204);
    assert_eq!(count(&server), 0);
}

fn what_no_answer_names_goes_after_a_day(on: On) {
    const DAY: i64 = 86_400_000;
    let server = server(on, Limits::default());
    let (lone, named) = (photo(b'l', 500), photo(b'n', 500));
    assert_eq!((put(&server, &lone), put(&server, &named)), (201, 201));
    assert_eq!(server.post(&naming(ID, 1, &[&named])).status, 201, "the photo may be first");
    server.set_clock(NOW + DAY);
    put(&server, &photo(b'x', 500));
    assert_eq!(count(&server), 3, "a day has to pass");
    server.set_clock(NOW + 2 * DAY);
    put(&server, &photo(b'y', 500));
    assert_eq!(count(&server), 3, "the lone one is gone");
    with(&server.database, async |store| assert!(store.photo(&hash(&lone)).await.unwrap().is_none()));
    with(&server.database, async |store| store.purge_before("2026-12").await.unwrap());
    assert_eq!(count(&server), 0, "with its answer the last one goes, and what nobody names");
}

fn the_disk_is_not_filled(on: On) {
    let server = server(on, Limits { photo_room: 2_000, ..Limits::default() });
    let photos = [photo(b'a', 900), photo(b'b', 900), photo(b'c', 900)];
    assert_eq!(server.post(&naming(ID, 1, &[&photos[2]])).status, 201);
    assert_eq!((put(&server, &photos[0]), put(&server, &photos[1])), (201, 201));
    let full = put_as(&server, &hash(&photos[2]), "image/jpeg", &photos[2]);
    assert_eq!((full.status, full.header("content-type")), (507, "application/problem+json"));
    assert_eq!(server.post(&naming(&id(8), 1, &[])).status, 201, "answers still come");
    let many: Vec<Vec<u8>> = (0..21).map(|n| photo(n, 900)).collect();
    let many: Vec<&[u8]> = many.iter().map(Vec::as_slice).collect();
    assert_eq!(server.post(&naming(&id(9), 1, &many)).status, 422);
}

fn photos_move_with_the_answers(on: On) {
    let mut server = server(on, Limits::default());
    let bytes = photo(b'a', 300 * 1024);
    server.post(&naming(ID, 1, &[&bytes]));
    put(&server, &bytes);
    server.stop();
    let other =
        fresh(if on == On::Sqlite && crate::desk::postgres::is_here() { On::Postgres } else { On::Sqlite });
    let copied = with(&server.database, async |store| store.copy(&other).await.unwrap());
    let Copy::Done(there) = copied else { panic!("it was empty") };
    assert!(there.iter().any(|copied| (copied.table, copied.rows) == ("photos", 1)));
    let stored = with(&other, async |store| store.photo(&hash(&bytes)).await.unwrap());
    assert_eq!(stored.unwrap().1, bytes);
}
