// The client's own words, one file for each language; what a programme says it says itself, in its `words`.
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../words/", import.meta.url);

export default Object.fromEntries(
  readdirSync(folder).map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(new URL(name, folder), "utf8"))]),
);
