import type { Translation } from '../keys';
import type { help as source } from '../en/help';

export const help: Translation<typeof source> = {};
