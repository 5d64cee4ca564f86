// From addresses, as the documents have them, to places in the folder of the built site.

// Return where in the folder the file of a path belongs. Throws for a path that could leave the folder.
export function placeOf(pathname) {
  const parts = pathname.split("/").map(decodeURIComponent);
  if (parts.some((part) => part === ".." || part === "." || /[\\/\0]/.test(part))) {
    throw new Error(`${pathname} cannot be a file`);
  }
  return parts.join("/").slice(1) + (pathname.endsWith("/") ? "index.html" : "");
}

// Return an address for a link: a path where it is of this site, "" where a link must not lead.
export function linkTo(address, origin) {
  if (!address) return "";
  let url;
  try {
    url = new URL(address, origin);
  } catch {
    return "";
  }
  if (!["http:", "https:", "mailto:", "tel:"].includes(url.protocol)) return "";
  return url.origin === origin ? url.pathname + url.search + url.hash : url.href;
}
