// One file for each page of the site, at exactly the path that the documents give it.
export default {
  pagination: { data: "site.pages", size: 1, alias: "item" },
  permalink: ({ item }) => item.file,
};
