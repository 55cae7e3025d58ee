//! Kinto: a record is made by PUT under `If-None-Match: *`, and a second one is a 412 that shows the first.

use std::process::Command;

use mot_cua_contract::Answer;
use serde_json::Value;

use crate::program::{Program, ask, folder, free_port, installed};
use crate::{docs, suite};

const CONFIG: &str = "\
[server:main]
use = egg:waitress#main
host = 127.0.0.1
port = PORT
[app:main]
use = egg:kinto
kinto.storage_backend = kinto.core.storage.memory
kinto.permission_backend = kinto.core.permission.memory
kinto.cache_backend = kinto.core.cache.memory
kinto.userid_hmac_secret = secret
kinto.paginate_by = 10000
kinto.explicit_permissions = false
kinto.includes = kinto.plugins.accounts
multiauth.policies = account
multiauth.policy.account.use = kinto.plugins.accounts.authentication.AccountsAuthenticationPolicy
kinto.account_create_principals = system.Everyone
kinto.bucket_create_principals = account:admin
";

#[test]
fn kinto_holds_each_answer_once() {
    if !suite::is_long() {
        return;
    }
    let Some(program) = installed("MC_KINTO") else { return };
    let (folder, port) = (folder("kinto"), free_port());
    let ini = folder.join("kinto.ini");
    std::fs::write(&ini, CONFIG.replace("PORT", &port.to_string())).unwrap();
    let server = Program::start(Command::new(program).args(["start", "--ini"]).arg(&ini), port);
    let base = format!("http://{}/v1", server.host);
    let json = ("content-type", "application/json");
    // admin:pw
    let admin = ("authorization", "Basic YWRtaW46cHc=");
    ask("PUT", &format!("{base}/accounts/admin"), &[json], r#"{"data":{"password":"pw"}}"#);
    ask(
        "PUT",
        &format!("{base}/buckets/ward"),
        &[json, admin],
        r#"{"permissions":{"write":["account:admin"]}}"#,
    );
    let answers = format!("{base}/buckets/ward/collections/answers");
    ask("PUT", &answers, &[json, admin], r#"{"permissions":{"record:create":["system.Everyone"]}}"#);
    let records = format!("{answers}/records");
    let stored = || {
        let strangers: Value = serde_json::from_str(&ask("GET", &records, &[], "")).unwrap();
        assert_eq!(strangers["data"].as_array().unwrap().len(), 0, "nobody but the ward may read");
        let all: Value = serde_json::from_str(&ask("GET", &records, &[admin], "")).unwrap();
        let all = all["data"].as_array().unwrap().iter();
        all.map(|row| serde_json::from_value::<Answer>(row["answer"].clone()).unwrap()).collect()
    };
    suite::run("Kinto", &server.host, docs::submit("kinto"), suite::count(200), stored);
}
