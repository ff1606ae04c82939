/** Whether a text is a whole address of a page over https, with no name or password in it. */
export function isSafeLink(text: string): boolean {
  if (!/^https:\/\/[^\s"<>\\]+$/i.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname.includes('.') && username === '' && password === '';
}

/** The site a link leads to, as its readers should see it before they follow it. */
export const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
