// Asks the CMS. Its documents name the client's own addresses, so an address is asked for by its path alone.

const CMS = new URL(process.env.DVB_CMS ?? "http://127.0.0.1:8000");
const MOST = 20; // pages in one answer: Wagtail gives no more, unless WAGTAILAPI_LIMIT_MAX says so
const PATIENCE = 30_000; // milliseconds

export async function ask(address, headers = {}) {
  const { pathname, search } = new URL(address, CMS);
  try {
    return await fetch(new URL(pathname + search, CMS), { headers, signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    throw new Error(`${CMS.origin} does not answer for ${pathname}: ${error.cause?.code ?? error.name}`);
  }
}

export async function readJson(address) {
  const answer = await ask(address);
  if (!answer.ok) throw new Error(`${new URL(address, CMS).pathname} is answered by ${answer.status}`);
  return answer.json();
}

// Every public page of a type, with all its fields, from Wagtail's API.
export async function readPages(type) {
  const found = [];
  for (;;) {
    const query = new URLSearchParams({ type: `dvb_pages.${type}`, fields: "*", limit: MOST, offset: found.length });
    const { items, meta } = await readJson(`/api/v2/pages/?${query}`);
    found.push(...items);
    if (items.length === 0 || found.length >= meta.total_count) return found.filter((each) => each.url);
  }
}
