import type { Translate } from '../../i18n/translate';
import type { Area, KeepReason } from './piece';

/** What an erasure would take away and leave. */
export interface Preview {
  readonly goes: Readonly<Partial<Record<Area, number>>>;
  readonly stays: Readonly<Partial<Record<KeepReason, number>>>;
  readonly blocks: readonly ('hold' | 'seat' | 'role' | 'application')[];
  /** The name stands in public records and stays there. */
  readonly nameStays: boolean;
}

/** An erasure in words: what goes, what stays and why, and what must come first. */
export interface Lists {
  readonly goes: readonly string[];
  readonly stays: readonly string[];
  readonly blocks: readonly string[];
}

export const listsOf = (t: Translate, { goes, stays, blocks, nameStays }: Preview): Lists => ({
  goes: (Object.entries(goes) as [Area, number][]).map(([area, count]) => t(`rights.areas.${area}`, { count })),
  stays: [
    ...(nameStays ? [t('rights.nameStays')] : []),
    ...(Object.keys(stays) as KeepReason[]).map((reason) => t(`rights.keeps.${reason}`)),
  ],
  blocks: blocks.map((block) => t(`rights.blocks.${block}`)),
});
