/**
 * A value as JSON that can stand in a page's data block: no sign in it can end the block or begin another. A data block
 * is never run, so no policy of the page speaks of it.
 */
export const dataBlock = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
