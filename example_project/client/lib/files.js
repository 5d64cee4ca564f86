// Copies from the CMS what the built site refers to below its own address: feeds, calendars, pictures, documents.

import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";

import { placeOf } from "./addresses.js";
import { ask } from "./cms.js";

const AT_ONCE = 8;
const READ = new Set([".html", ".ics", ".json", ".rss", ".atom", ".xml"]);
const ENTITIES = { "&amp;": "&", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&#39;": "'" };

// Return the paths in a text that the CMS answers.
function pathsIn(text, origin) {
  // A calendar folds its lines (RFC 5545, 3.1), addresses too.
  let plain = text.replace(/\r\n[ \t]/g, "");
  for (const _level of [1, 2]) plain = plain.replace(/&(?:amp|quot|lt|gt|#39);/g, (found) => ENTITIES[found]);
  const start = origin.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const hosts = `(?:${start}|${start.replace(/^https?/, "webcal")})`;
  const absolute = new RegExp(`${hosts}(/(?:dvb|media|documents)/[^\\s"'<>\\\\)\\]]*)`, "g");
  const found = [...plain.matchAll(absolute), ...plain.matchAll(/["=](\/(?:dvb|media|documents)\/[^"\s<>]*)/g)];
  return found.map((match) => match[1].replace(/[.,;:!?]+$/, ""));
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((each) => each.isFile()).map((each) => join(each.parentPath ?? each.path, each.name));
}

// Copy into `folder`; `before` is the site as it was built last time. Return what to ask each of
// them by next time, so that the CMS can say that it has not changed.
export async function copyFiles(origin, folder, before) {
  const known = JSON.parse(await readFile(notesOf(before), "utf8").catch(() => "{}"));
  const noted = {};
  const seen = new Set();
  const waiting = [];
  const add = (path, by) => {
    if (!seen.has(path)) waiting.push({ path, by });
    seen.add(path);
  };

  async function copy({ path, by }) {
    const place = placeOf(path);
    const target = join(folder, place);
    const answer = await ask(path, known[path] ?? {});
    if (!answer.ok && answer.status !== 304) {
      if (by === null) return; // only the last site had it
      throw new Error(`${by} refers to ${path}, which is answered by ${answer.status}`);
    }
    await mkdir(dirname(target), { recursive: true });
    if (answer.status === 304) {
      await copyFile(join(before, place), target);
    } else {
      await writeFile(target, Buffer.from(await answer.arrayBuffer()));
    }
    noted[path] = answer.status === 304 ? known[path] : validators(answer);
    if (READ.has(extname(place))) {
      for (const each of pathsIn(await readFile(target, "utf8"), origin)) add(each, path);
    }
  }

  for (const file of await filesIn(folder)) {
    if (!READ.has(extname(file))) continue;
    for (const path of pathsIn(await readFile(file, "utf8"), origin)) add(path, file.slice(folder.length));
  }
  const kept = new Set(await filesIn(before));
  for (const path of Object.keys(known)) {
    if (!kept.has(join(before, placeOf(path)))) delete known[path];
    else if (path.startsWith("/dvb/")) add(path, null);
  }
  while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map(copy));
  return noted;
}

// Keep what `copyFiles` returned, once the new site is in its place.
export async function keepNotes(site, noted) {
  await writeFile(notesOf(site), JSON.stringify(noted));
}

function notesOf(site) {
  return `${site}.validators.json`;
}

function validators(answer) {
  const [etag, modified] = [answer.headers.get("etag"), answer.headers.get("last-modified")];
  if (etag) return { "If-None-Match": etag };
  return modified ? { "If-Modified-Since": modified } : {};
}
