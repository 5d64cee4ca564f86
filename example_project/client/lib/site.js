// Reads the whole site: a list of pages, each with where it stands, its language, and what its view shows.

import { placeOf } from "./addresses.js";
import { readJson, readPages } from "./cms.js";
import { editionPages, homePages } from "./conferences.js";
import { newsPages } from "./news.js";
import { speakerPages } from "./speakers.js";

const TYPES = [
  "SeriesPage", "ConferencePage", "SessionPage", "SpeakerIndexPage", "SpeakerPage", "ArticleIndexPage", "ArticlePage",
];

let reading;

export function readSite() {
  return (reading ??= read());
}

async function read() {
  const index = await readJson("/dvb/v1/index.json");
  const { origin } = new URL(index.address);
  const lists = await Promise.all(TYPES.map(readPages));
  const byAddress = (list) => new Map(list.map((each) => [each.url, each]));
  const content = Object.fromEntries(TYPES.map((type, number) => [type, byAddress(lists[number])]));
  const programmes = await readAll(index.conferences, "programme.json");
  const feeds = await readAll(index.news, "articles.json");

  const source = { origin, index, content, programmes, feeds, languages: index.languages.map((each) => each.code) };
  const pages = [...homePages(source), ...editionPages(source), ...speakerPages(source), ...newsPages(source)];
  const placed = place(pages, origin);
  nameTranslations(placed);
  return {
    origin,
    title: index.title,
    languages: index.languages,
    pages: [...placed, ...extraPages(source)],
    menus: Object.fromEntries(source.languages.map((language) => [language, menu(placed, language)])),
  };
}

// Documents of one name, those of all languages beside each other: [{ language, entry, document }].
async function readAll(entries, name) {
  const wanted = entries.flatMap((entry) =>
    entry.documents.filter((each) => each.name === name).map(({ language, address }) => ({ entry, language, address })),
  );
  return Promise.all(
    wanted.map(async ({ entry, language, address }) => ({ entry, language, document: await readJson(address) })),
  );
}

// Give each page its file. Of two with one address the one in its own language stays.
function place(pages, origin) {
  const placed = new Map();
  for (const page of pages) {
    const url = new URL(page.url);
    if (url.origin !== origin) throw new Error(`${page.url} is not below ${origin}: this client is built for one host name`);
    const other = placed.get(url.pathname);
    if (!other || (other.isFallback && !page.isFallback)) {
      placed.set(url.pathname, { ...page, path: url.pathname, file: placeOf(url.pathname) });
    }
  }
  return [...placed.values()];
}

function nameTranslations(pages) {
  const same = group(pages);
  for (const page of pages) page.translations = same.get(page.identity).filter((each) => each.language !== page.language);
}

function group(pages) {
  const groups = new Map();
  for (const page of pages) groups.set(page.identity, [...(groups.get(page.identity) ?? []), page]);
  return groups;
}

function menu(pages, language) {
  const own = pages.filter((page) => page.language === language);
  const home = own.find((page) => page.view === "home");
  const edition = own.find((page) => page.view === "edition" && page.isCurrent);
  const lists = own.filter((page) => page.view === "speakers" || page.view === "news");
  return { home, entries: [edition, ...lists].filter(Boolean) };
}

// What no document has: the page for an address that is not there and, for editors, the frame of a preview.
function extraPages({ languages }) {
  const main = languages[0];
  const missing = { view: "missing", language: main, file: "404.html", isExtra: true, translations: [] };
  const preview = { ...missing, view: "preview" };
  const previews = languages.map((language) => ({ ...preview, language, file: `preview/${language}.html` }));
  return process.env.DVB_PREVIEW ? [missing, ...previews] : [missing];
}
