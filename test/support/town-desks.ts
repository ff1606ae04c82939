import type { Cycle } from '../../src/features/cycles';
import { testNow, type TestProduct } from './app';
import { signedInAs, type Browser } from './browser';
import { aTown, type Town } from './builders/application';
import { aPersonAs } from './builders/person';
import { emptyTables } from './database';

export interface TownDesks {
  readonly town: Town;
  /** Cora, staff of Central. */
  readonly central: Browser;
  /** Sol, staff of South. */
  readonly south: Browser;
  /** Ada. */
  readonly administrator: Browser;
}

/** An empty product with two collaboratives, their cycle, staff of each and an administrator, signed in. */
export async function townDesks(product: TestProduct, given: Partial<Cycle> = {}): Promise<TownDesks> {
  await emptyTables(product.db);
  product.clock.moveTo(testNow);
  const town = await aTown(product.deps, given);
  const person = async (role: 'staff' | 'administrator', collaborativeId: string | null, name: string): Promise<Browser> => {
    const held = { role, collaborativeId, cycleId: null, endsOn: null, grantedBy: null, startsOn: '2026-01-01' };
    return signedInAs(product, (await aPersonAs(product.deps, held, { name, email: `${name}@example.org` })).id);
  };
  return {
    town,
    central: await person('staff', town.central.id, 'Cora'),
    south: await person('staff', town.south.id, 'Sol'),
    administrator: await person('administrator', null, 'Ada'),
  };
}

/** A cycle whose form and rubric may still change. */
export const notYetOpen = { status: 'scheduled', opensAt: '2026-12-01T16:00:00.000Z', closesAt: '2026-12-19T07:59:00.000Z' } as const;
