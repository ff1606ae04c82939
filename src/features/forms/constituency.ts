import { constituencies, type Constituency } from '../membership';

export { constituencies, type Constituency };

/** The constituencies a person may apply for: `at_large` is asked of nobody, such seats are filled from all. */
export const constituenciesToApplyFor = constituencies.filter((constituency) => constituency !== 'at_large');

export const isConstituency = (value: unknown): value is Constituency => constituencies.includes(value as Constituency);
