import type { Deps } from '../deps';
import type { OutboxRow } from './tables';

/** Whether a mail queued earlier is still wanted: by kind, asked just before it is sent. */
export type StillDue = Readonly<Record<string, (deps: Deps, mail: OutboxRow) => Promise<boolean>>>;
