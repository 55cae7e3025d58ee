//! `doctor/` and the script that a portal pastes: what is allowed there. Outside the page's budgets, and no part of it.

use mot_cua_collector::files::Files;

use super::assemble::plain;
use super::html::escape;
use super::policy;

const PAGE: &str = include_str!("pages/doctor.html");

/// Three files; `base` is the site's folder, `frames` who may frame its pages.
pub(super) fn write(base: &str, frames: Option<&[String]>, files: &mut Files) {
    let page =
        PAGE.replace("<!--policy-->", &policy::meta(policy::DOCTOR)).replace("{{base}}", &escape(base));
    let policy = [policy::DOCTOR, "; ", &policy::ancestors(frames)].concat();
    files.insert("doctor/index.html", plain("index.html", page).with_csp(policy));
    files.insert("doctor.js", plain("doctor.js", include_str!("pages/doctor.js")));
    files.insert("doctor.css", plain("doctor.css", include_str!("pages/doctor.css")));
}
