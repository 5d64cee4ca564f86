// Builds the site: `DVB_CMS=https://cms.example node build.js [FOLDER]`.
//
// The new site stands beside the old one until all of it is there, so that readers never see half of it. What the old
// one had below /dvb/ is asked for again: the calendar of a session that was withdrawn is then an empty one, as the CMS
// answers it, and nobody's calendar keeps what is no longer public.

import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";

import Eleventy from "@11ty/eleventy";

import { copyFiles, keepNotes } from "./lib/files.js";
import { readSite } from "./lib/site.js";

const output = resolve(process.argv[2] ?? "_site");
const building = `${output}.new`;
const old = `${output}.old`;

try {
  await rm(building, { recursive: true, force: true });
  const eleventy = new Eleventy("src", building, { configPath: "eleventy.config.js", quietMode: true });
  await eleventy.write();
  const site = await readSite();
  const copied = await copyFiles(site.origin, building, output);
  await rm(old, { recursive: true, force: true });
  await rename(output, old).catch((error) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(building, output);
  await rm(old, { recursive: true, force: true });
  await keepNotes(output, copied);
  console.log(`${site.pages.length} pages, ${Object.keys(copied).length} files`);
} catch (error) {
  await rm(building, { recursive: true, force: true });
  console.error(`The site was not built, and stays as it was: ${error.message}`);
  process.exitCode = 1;
}
