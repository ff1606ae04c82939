import { kinds, type Kind } from '../support/district/people';
import { get, post } from './route-promise';

const administrators: readonly Kind[] = ['administrator'];
const seeCycles: readonly Kind[] = ['staff', 'approver', 'otherStaff', 'otherApprover', 'administrator'];
const others = seeCycles.filter((kind) => kind !== 'administrator');
const form = '/staff/cycles/:code/form';
const coming = { code: '2028-spring' };
const editing = { forbidden: others, at: { ...coming, page: 'references', key: 'priorities' } };

/** The form of a cycle: administrators build it, staff read it. */
export const formPages = [
  get(form, seeCycles),
  get(`${form}/preview`, seeCycles),
  post(`${form}/preview`, administrators, { forbidden: others, fields: { version: '1' } }),
  get('/apply/paper/:code', seeCycles, { at: coming, visitors: 404 }),
  get('/apply/paper/:code', kinds, { at: { code: '2027-fall' } }),
  get(`${form}/pages/new`, administrators, editing),
  get(`${form}/pages/:page`, administrators, editing),
  get(`${form}/pages/:page/removal`, administrators, editing),
  get(`${form}/pages/:page/questions/new`, administrators, editing),
  get(`${form}/questions/:key`, administrators, editing),
  get(`${form}/questions/:key/removal`, administrators, editing),
  post(`${form}/order`, administrators, { ...editing, fields: { move: 'page:zip:up', version: '1' } }),
  post(`${form}/copy`, administrators, { ...editing, fields: { key: 'experience', version: '1' } }),
  post(`${form}/undo`, administrators, { ...editing, fields: { version: '1' } }),
  post(`${form}/pages`, administrators, editing),
  post(`${form}/pages/:page`, administrators, editing),
  post(`${form}/pages/:page/removal`, administrators, { ...editing, fields: { version: '1' } }),
  post(`${form}/pages/:page/questions`, administrators, editing),
  post(`${form}/questions/:key`, administrators, editing),
  post(`${form}/questions/:key/removal`, administrators, { ...editing, fields: { version: '1' } }),
];
