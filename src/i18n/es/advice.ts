import type { Translation } from '../keys';
import type { advice as source } from '../en/advice';

export const advice: Translation<typeof source> = {};
