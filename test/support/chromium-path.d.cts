/** Where a Chromium is on this machine; undefined when there is none. */
export function chromiumPath(): string | undefined;
