import type { Translation } from '../keys';
import type { membership as source } from '../en/membership';

export const membership: Translation<typeof source> = {};
