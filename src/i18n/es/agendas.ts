import type { Translation } from '../keys';
import type { agendas as source } from '../en/agendas';

export const agendas: Translation<typeof source> = {};
