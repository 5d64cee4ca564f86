// Speakers, those in no session too: Wagtail's API has them all.

export function speakerPages({ content, programmes }) {
  const speakers = [...content.SpeakerPage.values()];
  const lists = [...content.SpeakerIndexPage.values()];
  return [...lists.map((page) => listPage(page, speakers)), ...speakers.map((page) => speakerPage(page, programmes))];
}

function listPage(page, speakers) {
  const language = page.meta.locale;
  const own = speakers.filter((each) => each.meta.locale === language);
  const people = own.sort((one, other) => one.title.localeCompare(other.title, language));
  return { ...common("speakers", page), description: page.lead, people };
}

function speakerPage(page, programmes) {
  const language = page.meta.locale;
  const own = programmes.filter((each) => each.language === language);
  const sessions = own.flatMap(({ document }) =>
    document.sessions
      .filter((session) => session.appearances.some((each) => each.speaker && each.speaker === page.code))
      .map((session) => ({ session, conference: document.conference })),
  );
  const description = [page.job_title, page.organisation].filter(Boolean).join(", ");
  return { ...common("speaker", page), description, sessions };
}

function common(view, page) {
  return { view, language: page.meta.locale, url: page.url, identity: page.identity, title: page.title, page };
}
