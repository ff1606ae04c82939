import type { Translation } from '../keys';
import type { meetings as source } from '../en/meetings';

export const meetings: Translation<typeof source> = {};
