import type { Translation } from '../keys';
import type { cycles as source } from '../en/cycles';

export const cycles: Translation<typeof source> = {};
