type ParamNames<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

/** An address written once: `.pattern` for the route, a call for links. */
export interface Path<Pattern extends string> {
  (...params: ParamNames<Pattern> extends never ? [] : [Readonly<Record<ParamNames<Pattern>, string>>]): string;
  readonly pattern: Pattern;
}

/** `path('/meetings/:id/agenda')` → `paths({ id })` fills and percent-encodes each parameter. */
export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const build = (params: Readonly<Record<string, string>> = {}) =>
    pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return Object.assign(build, { pattern });
}

/** Adds a query string to an address, leaving out empty values. */
export function withQuery(address: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? address : `${address}?${text}`;
}
