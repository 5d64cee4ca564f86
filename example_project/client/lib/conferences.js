// The front page of a series, its editions, and their sessions.

const ALTERNATES = ["programme.rss", "changes.rss", "changes.atom", "recordings.rss"];

export function isPast(programme, today = process.env.DVB_NOW ?? new Date().toISOString()) {
  return programme.conference.end < today.slice(0, 10);
}

function released(programmes, language) {
  return programmes.filter((each) => each.language === language && each.entry.urls[language]).map((each) => each.document);
}

// The edition that visitors come for: the next one that has a programme, else the next, else the last.
function currentOf(programmes) {
  const coming = programmes.filter((each) => !isPast(each)).reverse();
  return coming.find((each) => each.sessions.length > 0) ?? coming[0] ?? programmes[0];
}

export function homePages({ index, content, programmes, feeds }) {
  return index.series.flatMap((series) =>
    Object.entries(series.urls).map(([language, url]) => {
      const own = acronyms(index, series.key);
      const editions = released(programmes, language).filter((each) => own.has(each.conference.acronym));
      const calendar = series.documents.find((each) => each.name === "conferences.ics" && each.language === language);
      const page = content.SeriesPage.get(url);
      const current = currentOf(editions);
      return {
        view: "home", language, url, identity: series.id, title: series.titles[language], page, calendar: calendar?.address,
        description: page?.lead, editions, current,
        isComing: Boolean(current) && !isPast(current),
        news: feeds.find((each) => each.language === language)?.document.items.slice(0, 3) ?? [],
        feeds: feeds
          .filter((each) => each.language === language)
          .flatMap(({ entry }) => feedsOf(entry.documents, language, ["articles.rss"])),
      };
    }),
  );
}

function acronyms(index, key) {
  return new Set(index.conferences.filter((each) => each.series === key).map((each) => each.acronym));
}

export function editionPages({ content, programmes, languages }) {
  return languages.flatMap((language) => {
    const own = released(programmes, language);
    const current = currentOf(own);
    return own.flatMap((programme) => [
      editionPage(programme, content, programme === current),
      ...sessionPages(programme, content),
    ]);
  });
}

function editionPage(programme, content, isCurrent) {
  const { conference, language } = programme;
  return {
    view: "edition", language, url: conference.url, identity: conference.id, title: conference.title,
    description: conference.lead, programme, page: content.ConferencePage.get(conference.url), isCurrent,
    feeds: feedsOf(programme.alternates, language, ALTERNATES),
    calendar: programme.alternates.find((each) => each.name === "programme.ics")?.address,
  };
}

function sessionPages(programme, content) {
  return programme.sessions.filter((session) => session.url).map((session) => ({
    view: "session", language: programme.language, url: session.url, identity: session.id, title: session.title_label,
    description: session.abstract, programme, session, page: content.SessionPage.get(session.url),
    isFallback: session.language !== programme.language,
    feeds: feedsOf(programme.alternates, programme.language, ALTERNATES),
  }));
}

// The feeds among documents that readers find by the head of a page.
export function feedsOf(documents, language, names) {
  return documents
    .filter((each) => names.includes(each.name) && (each.language ?? language) === language)
    .map((each) => ({ name: each.name, address: each.address, type: each.media_type.split(";")[0] }));
}
