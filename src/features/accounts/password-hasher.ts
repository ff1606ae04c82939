import { hash, verify, type Options } from '@node-rs/argon2';
import { AppError } from '../../lib/errors';
import { newToken } from '../../lib/secret';
import { normalPassword } from './password';

/** Hashes and checks passwords. Slow by purpose, so few at a time. */
export interface Hasher {
  hash(password: string): Promise<string>;
  /** Whether it is the password; without a stored hash one is checked all the same, so that the time tells nothing. */
  verify(stored: string | null, password: string): Promise<boolean>;
}

/** argon2id (the default) with the least that OWASP asks for: 19 MiB, 2 passes, 1 lane. */
const strength: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Two hashes at a time and 64 waiting by default; the next one is told to come again (503). */
export function passwordHasher({ atOnce = 2, waiting = 64 } = {}): Hasher {
  const inTurn = turns(atOnce, waiting);
  const dummy = hash(newToken(), strength);
  return {
    hash: (password) => inTurn(() => hash(normalPassword(password), strength)),
    verify: (stored, password) =>
      inTurn(async () => {
        const isRight = await verify(stored ?? (await dummy), normalPassword(password));
        return isRight && stored !== null;
      }),
  };
}

function turns(atOnce: number, waiting: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new AppError(503, 'errors.busy.lead');
      await new Promise<void>((resolve) => {
        queue.push(resolve);
      });
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
