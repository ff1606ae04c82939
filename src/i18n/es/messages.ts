import type { Translation } from '../keys';
import type { messages as source } from '../en/messages';

export const messages: Translation<typeof source> = {};
