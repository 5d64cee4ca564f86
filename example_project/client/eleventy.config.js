import { filters } from "./lib/filters.js";

export default function (config) {
  // Every text of a document is plain text, and may hold anything: only cleaned HTML is marked as safe.
  config.setNunjucksEnvironmentOptions({ autoescape: true, trimBlocks: true, lstripBlocks: true });
  for (const [name, filter] of Object.entries(filters)) config.addFilter(name, filter);
  config.addPassthroughCopy({ "src/assets": "assets" });
  config.setServerOptions({ showAllHosts: false });
  return { dir: { input: "src" }, htmlTemplateEngine: "njk" };
}
