interface Asked<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes a function of one item from a write of many: what is asked for while a write is under way goes into the next one
 * together, so that many letters share one synced commit. `write` answers one result per item, in order.
 */
export function gathered<Item, Result>(write: (items: readonly Item[]) => Promise<readonly Result[]>): (item: Item) => Promise<Result> {
  let waiting: Asked<Item, Result>[] = [];
  let isWriting = false;

  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const taken = waiting;
      waiting = [];
      await settle(taken, write);
    }
    isWriting = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isWriting) void writeAll();
    });
}

async function settle<Item, Result>(
  asked: readonly Asked<Item, Result>[],
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<void> {
  try {
    const results = await write(asked.map(({ item }) => item));
    for (const [place, { resolve }] of asked.entries()) resolve(results[place] as Result);
  } catch (error) {
    for (const { reject } of asked) reject(error);
  }
}
