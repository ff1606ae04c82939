/** Areas of one person or of staff, and addresses that carry a secret. The page itself and what lies below it. */
const privateAreas = [
  '/account',
  '/admin',
  '/applications',
  '/approvals',
  '/demo',
  '/me',
  '/reviews',
  '/sign-in',
  '/sign-out',
  '/staff',
  '/agenda-requests',
  '/coming',
  '/guardian',
  '/interest',
  '/invitations',
  '/registrations',
  '/room',
  '/speakers',
  '/language',
] as const;

/** Pages for everyone with addresses of one person below them. */
const privateBelow = ['/apply', '/calendar', '/follow'] as const;

interface Site {
  /** Where the sitemap stands, with its origin. */
  readonly sitemap: string;
  /** The demo is nobody's site: nothing of it is to be found. */
  readonly isDemo: boolean;
}

/**
 * What programs that collect pages are asked to leave alone (RFC 9309). A rule counts for every address that begins with
 * it, so that `/me` alone would shut the meetings off: `$` ends the address, `/` goes on below it, `?` after it.
 */
export function robotsText({ sitemap, isDemo }: Site): string {
  const rules = isDemo
    ? ['Disallow: /']
    : [...privateAreas.flatMap((area) => [`${area}$`, `${area}/`, `${area}?`]), ...privateBelow.map((area) => `${area}/`)].map(
        (rule) => `Disallow: ${rule}`,
      );
  return ['User-agent: *', ...rules, '', ...(isDemo ? [] : [`Sitemap: ${sitemap}`, ''])].join('\n');
}
