/** The paths of all fields in data, lists passed through: `{ a: [{ b: 1 }] }` has `a.b`. */
export function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => pathsOf(one, path)))];
  if (typeof value !== 'object' || value === null) return path === '' ? [] : [path];
  return [...new Set(Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, path === '' ? name : `${path}.${name}`)))];
}
