//! Page shell + site folder → every file of the site. `mot-cua build` writes them, `mot-cua serve` answers with them.

mod assemble;
mod block;
mod catalogue;
mod clips;
mod command;
mod compress;
mod desk;
mod doctor;
mod faces;
mod folder;
mod html;
mod manifest;
mod offline;
mod opening;
mod ours;
mod packs;
mod pictures;
mod policy;
mod print;
mod problems;
mod promises;
mod question;
mod sheets;
mod shell;
mod snippets;
mod source;
mod stamp;
mod template;
mod thanks;
mod workbench;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use assemble::{Options, Phones, assemble};
pub(crate) use clips::mistakes as clip_mistakes;
pub(crate) use command::{Args, run};
pub(crate) use faces::{MOUTHS, svg as face};
pub(crate) use html::escape;
pub(crate) use packs::Packs;
pub(crate) use pictures::{all as picture_mistakes, mistakes as pictures_of};
pub(crate) use problems::Problems;
pub(crate) use promises::one as promise_sheet;
pub(crate) use shell::Shell;
pub(crate) use source::Source;
