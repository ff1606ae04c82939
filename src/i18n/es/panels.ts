import type { Messages } from '../keys';

export const panels: Messages['panels'] = {
  events: {
    requestReview: 'Pidió que el equipo evalúe una opción posterior',
  },
};
