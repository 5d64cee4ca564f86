// Reads calendars with ical.js, for the tests beside it. On stdin a list of calendars, each {text, hours}; on stdout for
// each {name, events, offsets}: instants in UTC, days as they stand, and the offset in minutes of every wall-clock hour
// in the calendar's only time zone.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const instant = (time) => (time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString());

const event = (component) => {
  const read = new ICAL.Event(component, { strictExceptions: true });
  const text = (name) => component.getFirstPropertyValue(name) ?? "";
  return {
    uid: read.uid,
    summary: read.summary,
    description: read.description ?? "",
    location: read.location,
    categories: component.getFirstProperty("categories")?.getValues() ?? [],
    start: instant(read.startDate),
    end: instant(read.endDate),
    status: text("status"),
    sequence: read.sequence,
    geo: text("geo"),
    url: text("url"),
    conference: text("conference"),
  };
};

const offsets = (zone, hours) =>
  hours.map((hour) => {
    const time = ICAL.Time.fromDateTimeString(hour);
    time.zone = zone;
    return time.utcOffset() / 60;
  });

const calendars = JSON.parse(readFileSync(0, "utf8")).map(({ text, hours }) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [zone] = calendar.getAllSubcomponents("vtimezone").map((one) => new ICAL.Timezone(one));
  return {
    name: calendar.getFirstPropertyValue("name") ?? "",
    events: calendar.getAllSubcomponents("vevent").map(event),
    offsets: zone ? offsets(zone, hours) : [],
  };
});
process.stdout.write(JSON.stringify(calendars));
