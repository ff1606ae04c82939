/**
 * Keeps what takes long to make, by a key that changes with what is in it: made once, also for those who ask meanwhile.
 * The oldest goes where there is no room for more; a failure is not kept.
 */
export function keepMade(mostBytes: number): (key: string, make: () => Promise<Buffer>) => Promise<Buffer> {
  const kept = new Map<string, { readonly made: Promise<Buffer>; bytes: number }>();
  const dropOldest = () => {
    let sum = [...kept.values()].reduce((total, { bytes }) => total + bytes, 0);
    for (const [key, { bytes }] of kept) {
      if (sum <= mostBytes) return;
      kept.delete(key);
      sum -= bytes;
    }
  };
  return async (key, make) => {
    const found = kept.get(key);
    if (found !== undefined) return found.made;
    const entry = { made: make(), bytes: 0 };
    kept.set(key, entry);
    try {
      entry.bytes = (await entry.made).length;
      dropOldest();
    } catch (error) {
      kept.delete(key);
      throw error;
    }
    return entry.made;
  };
}
