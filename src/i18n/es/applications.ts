import type { Translation } from '../keys';
import type { applications as source } from '../en/applications';

export const applications: Translation<typeof source> = {
  errors: { closed: 'El plazo ya terminó. Lo que escribió se conserva, pero ya no se puede enviar.' },
};
