/** Begins all of this at once. How many ended well, and the statuses of the refusals. */
export async function race(work: readonly (() => Promise<unknown>)[]): Promise<{ won: number; refused: unknown[] }> {
  const ends = await Promise.allSettled(work.map((one) => one()));
  const refused = ends.flatMap((end) =>
    end.status === 'rejected' ? [(end.reason as { status?: number }).status ?? String(end.reason)] : [],
  );
  return { won: ends.length - refused.length, refused };
}
