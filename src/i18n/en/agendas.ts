export const agendas = {} as const;
