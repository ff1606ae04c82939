import type { Translation } from '../keys';
import type { accounts as source } from '../en/accounts';

export const accounts: Translation<typeof source> = {};
