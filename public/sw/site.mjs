// What `mot-cua build` says of this version: `mcSite = {build, base, files, later}`.

const site = self.mcSite;

/** The site wants nothing kept on phones any more. */
export const OFF = !site.build;
/** Names this version: a hash of everything in it. Every page carries it. */
export const BUILD = site.build;
/** Folder of the site, with both slashes. */
export const BASE = site.base;
/** Address below the folder → the first 16 hex digits of its SHA-256. What every page needs. */
export const FILES = site.files || {};
/** The same for the records of a small catalogue: kept when there is time. */
export const LATER = site.later || {};

/** Several sites may share one host. */
export const PREFIX = `mot-cua ${BASE} `;
export const CACHE = PREFIX + BUILD;
/** Which version each open page began with. */
export const BEGAN = `mot-cua-pages ${BASE}`;

/** The page for links that have none of their own. */
export const ANYWHERE = `${BASE}404.html`;
