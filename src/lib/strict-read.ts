/** Wraps a view-model so that reading a property it lacks throws: in EJS a typo would print nothing. */
export function strictRead<Model extends object>(model: Model, name: string): Model {
  return new Proxy(model, {
    get(target, property, receiver) {
      const value: unknown = Reflect.get(target, property, receiver);
      if (typeof property === 'symbol' || property === 'toJSON' || property === 'then') return value;
      if (value === undefined && !(property in target)) throw new TypeError(`${name} has no ${property}`);
      return isPlain(value) ? strictRead(value, `${name}.${property}`) : value;
    },
  });
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) ? true : Object.getPrototypeOf(value) === Object.prototype;
}
