import { linkTo } from "./addresses.js";

const ZONE = "Europe/Stockholm"; // of the dates of news; a programme says its own times in words
const dates = {};

function dateIn(language, options) {
  const key = language + JSON.stringify(options);
  return (dates[key] ??= new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, options));
}

export const filters = {
  link: linkTo,
  // The address by which a calendar subscribes.
  webcal: (address) => address.replace(/^https?:/, "webcal:"),
  // Plain text as its paragraphs.
  paragraphs: (text) => (text ?? "").split(/\n\s*\n/).filter((each) => each.trim()),
  day: (moment, language) => dateIn(language, { dateStyle: "long", timeZone: ZONE }).format(new Date(moment)),
  fill: (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole),
  named: (list, name) => (list ?? []).find((each) => each.name === name),
  having: (list, name, value) => (list ?? []).filter((each) => each[name] === value),
};
