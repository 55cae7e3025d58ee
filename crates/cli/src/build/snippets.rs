//! Settings for the web servers that wards have: security headers, caching, printed links in any case.

use mot_cua_collector::files::Files;
use mot_cua_contract::Site;

use super::assemble::plain;

const SNIPPETS: [(&str, &str); 4] = [
    (".htaccess", include_str!("pages/htaccess")),
    ("web.config", include_str!("pages/web.config")),
    ("nginx.conf.snippet", include_str!("pages/nginx.conf.snippet")),
    ("Caddyfile.snippet", include_str!("pages/Caddyfile.snippet")),
];

/// One file a server. `policy`: the header for what citizens see; `staff`: for what is below `print/`.
pub(crate) fn write(site: &Site, policy: &str, staff: &str, files: &mut Files) {
    for (name, text) in SNIPPETS {
        let quoted = |policy: &str| match name {
            "web.config" => policy.replace('&', "&amp;").replace('"', "&quot;"),
            _ => policy.to_owned(),
        };
        // The base holds letters, digits and -_.~/ only; of these the dot has a meaning in a pattern.
        let pattern = site.base.replace('.', "\\.");
        let text = text
            .replace("{{policy}}", &quoted(policy))
            .replace("{{staff}}", &quoted(staff))
            .replace("{{base-pattern}}", &pattern)
            .replace("{{base}}", &site.base);
        files.insert(name, plain("settings.txt", text));
    }
}
