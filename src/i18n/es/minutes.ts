import type { Translation } from '../keys';
import type { minutes as source } from '../en/minutes';

export const minutes: Translation<typeof source> = {};
