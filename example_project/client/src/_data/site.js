export { readSite as default } from "../../lib/site.js";
