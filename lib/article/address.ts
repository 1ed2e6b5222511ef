/** Parameters that say how a reader came, not what is read: analytics, mail and social campaigns, feeds. Everything else may name the page. */
const tracking =
  /^(?:(?:utm|mtm|pk|hsa|ns|at|wt)[._]|guc|(?:_g[al]|_?hs(?:enc|mi)|mc_[ce]id|\w{1,4}clk?id|[gw]br?aid|igshid?|xtor|cmp(?:id)?|ito|smid|ocid|ncid|rss(?:feed)?|ref_(?:src|url)|mkt_tok)(?:=|$))/i;

/** The address without tracking parameters and fragment; as it is where it is no http(s) address. A fragment that is a route (`#!` or `#/`) stays. */
export function cleanAddress(url: string): string {
  const address = parse(url);
  if (!address) return url;
  // Rebuilt by hand: URLSearchParams would respell what the site wrote.
  address.search = address.search.slice(1).split('&').filter((pair) => !tracking.test(pair)).join('&');
  if (!/^#!?\//.test(address.hash)) address.hash = '';
  address.username = address.password = '';
  return address.href;
}

function parse(url: string | null): URL | null {
  return url && /^https?:/i.test(url) && URL.canParse(url) ? new URL(url) : null;
}

/**
 * The declared canonical address where it may be believed, else the bar's: it must be of the same site and not name a home page
 * for an inner one. Without a bar's address (a saved file) it is all there is.
 */
export function trustedCanonical(canonical: string | null, url: string): string {
  const declared = parse(canonical);
  const bar = parse(url);
  const trusted = declared && (!bar || (siteOf(declared.hostname) === siteOf(bar.hostname) && (!isHome(declared) || isHome(bar))));
  return cleanAddress(trusted ? declared.href : url);
}

/** Whether two addresses are of one owner's site, near enough (see `trustedCanonical`); false where either is no http(s) address. */
export function isSameSite(url: string, other: string): boolean {
  const [one, two] = [parse(url), parse(other)];
  return one !== null && two !== null && siteOf(one.hostname) === siteOf(two.hostname);
}

/** Host name without `www.`, or null where the address has none. */
export function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || null : null;
}

/** Whether an address has no path of its own: a home page, perhaps of one language. */
export function isHome(address: URL): boolean {
  return /^\/(?:(?:[a-z]{2}(?:[-_][a-z]{2})?|index|home)(?:\.\w+)?\/?)?$/i.test(address.pathname) && !/[?&]\w*(?:id|p|story|article)=/i.test(address.search);
}

/** Where strangers publish side by side, each under a name of their own. The public suffix list has thousands; these are where news and blogs are. */
const sharedHosts =
  /(?:^|\.)(?:(?:wordpress|blogspot|tumblr|substack|medium|livejournal|typepad|weebly|wixsite|squarespace|over-blog|canalblog|blogfa|blogsky|hatenablog|beehiiv|firebaseapp|herokuapp)\.com|(?:github|gitlab|ghost|webflow)\.io|(?:netlify|vercel|web)\.app|(?:pages|workers)\.dev|(?:altervista|neocities|hypotheses)\.org|cloudfront\.net|narod\.ru|translate\.goog)$/;

/** The part of a host name that one owner holds, near enough without the public suffix list: two labels, three under `co.uk` and its like and on shared hosting; a number whole. */
function siteOf(host: string): string {
  if (/^[\d.]+$/.test(host)) return host;
  const labels = host.split('.');
  const short = sharedHosts.test(host) || (/^(?:com?|org|net|gov|edu|ac)$/.test(labels.at(-2) ?? '') && labels.at(-1)?.length === 2);
  return labels.slice(short ? -3 : -2).join('.');
}
