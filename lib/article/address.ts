/** Parameters that say how a reader came, not what is read: analytics, mail and social campaigns, feeds. Everything else may name the page. */
const tracking =
  /^(?:utm_|mtm_|pk_|hsa_|ns_|at_|xtor$|_?hs(?:enc|mi)$|mc_[ce]id$|[gdt]clid$|g[ab]raid$|wbraid$|fbclid$|msclkid$|yclid$|ysclid$|igshid?$|twclid$|ttclid$|li_fat_id$|_ga$|_gl$|cmpid$|cmp$|ito$|ocid$|smid$|smtyp$|sr_share$|srnd$|ncid$|rssfeed$|rss$|ftag$|guc|ref_src$|ref_url$|__twitter_impression$|mkt_tok$|s_cid$|soc_src$|soc_trk$|taid$|wt_mc$|wt\.|spm$|oly_|vero_|trk$|partner$|feature$|cn-reloaded$|sh$|amp$)/i;

/** The address without tracking parameters and fragment; as it is where it is no http(s) address. A fragment that is a route (`#!` or `#/`) stays. */
export function cleanAddress(url: string): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  if (!/^https?:$/.test(address.protocol)) return url;
  const kept = address.search.slice(1).split('&').filter((pair) => pair && !tracking.test(pair.split('=')[0] ?? ''));
  // Rebuilt by hand: URLSearchParams would respell what the site wrote.
  address.search = kept.join('&');
  if (!/^#!?\//.test(address.hash)) address.hash = '';
  address.username = address.password = '';
  return address.href;
}

/** The declared canonical address where it may be believed, else the bar's: it must be of the same site and not name a home page for an inner one. */
export function trustedCanonical(canonical: string | null, url: string): string {
  const own = cleanAddress(url);
  if (!canonical || !URL.canParse(canonical)) return own;
  const declared = new URL(canonical);
  if (!/^https?:$/.test(declared.protocol)) return own;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return cleanAddress(canonical);
  const bar = new URL(url);
  if (siteOf(declared.hostname) !== siteOf(bar.hostname)) return own;
  if (isHome(declared) && !isHome(bar)) return own;
  return cleanAddress(canonical);
}

/** Host name without `www.`, or null where the address has none. */
export function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || null : null;
}

/** Whether an address has no path of its own: a home page, perhaps of one language. */
export function isHome(address: URL): boolean {
  return /^\/(?:(?:[a-z]{2}(?:[-_][a-z]{2})?|index|home)(?:\.\w+)?\/?)?$/i.test(address.pathname) && !/[?&]\w*(?:id|p|story|article)=/i.test(address.search);
}

/** The part of a host name that one owner holds, near enough without the public suffix list: two labels, three under `co.uk` and its like. */
function siteOf(host: string): string {
  const labels = host.split('.');
  const short = /^(?:com?|org|net|gov|edu|ac)$/.test(labels.at(-2) ?? '') && labels.at(-1)?.length === 2;
  return labels.slice(short ? -3 : -2).join('.');
}
