// News: the feed has the newest fifty articles as cleaned HTML, Wagtail's API has all of them, block by block.

import { feedsOf } from "./conferences.js";

const FEEDS = ["articles.rss", "articles.atom", "articles.json"];

export function newsPages({ index, content, feeds }) {
  return index.news.flatMap((channel) =>
    Object.entries(channel.urls).flatMap(([language, url]) => {
      const feed = feeds.find((each) => each.entry === channel && each.language === language);
      const items = feed?.document.items ?? [];
      const links = feedsOf(channel.documents, language, FEEDS);
      const articles = [...content.ArticlePage.values()]
        .filter((page) => page.meta.locale === language && page.url.startsWith(url))
        .sort((one, other) => other.published.localeCompare(one.published))
        .map((page) => articlePage(page, items.find((item) => item.url === page.url), links, channel));
      const page = content.ArticleIndexPage.get(url);
      const title = channel.titles[language];
      return [
        {
          view: "news", language, url, identity: channel.id, title, page, description: page?.description, articles,
          feeds: links,
        },
        ...articles,
      ];
    }),
  );
}

function articlePage(page, item, feeds, channel) {
  const language = page.meta.locale;
  return {
    view: "article", language, url: page.url, identity: page.identity, title: page.title, description: page.lead, page,
    html: item?.content_html, feeds, channel: { url: channel.urls[language], title: channel.titles[language] },
  };
}
