/** `url` where it is an http(s) address that may stand in a link; null for anything else. */
export function webLink(url: string): string | null {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}
