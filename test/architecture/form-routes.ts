import { kinds, type Kind } from '../support/district/people';
import { get, post } from './route-promise';

const administrators: readonly Kind[] = ['administrator'];
const seeCycles: readonly Kind[] = ['staff', 'approver', 'otherStaff', 'otherApprover', 'administrator'];
const others = seeCycles.filter((kind) => kind !== 'administrator');
const form = '/staff/cycles/:code/form';
const coming = { code: '2028-spring' };
const rubric = '/staff/cycles/:code/rubric';
const scoring = { forbidden: others, at: { ...coming, key: 'reasons' } };
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
  get(`${form}/versions`, seeCycles),
  post(`${form}/versions`, administrators, { forbidden: others }),
  post(`${form}/versions/removal`, administrators, { forbidden: others, fields: { version: '1' } }),
  get(`${form}/publication`, administrators, { forbidden: others, gives: 409 }),
  post(`${form}/publication`, administrators, { forbidden: others }),
  get(rubric, seeCycles),
  get(`${rubric}/criteria/new`, administrators, scoring),
  get(`${rubric}/criteria/:key`, administrators, scoring),
  get(`${rubric}/criteria/:key/removal`, administrators, scoring),
  ...['weights', 'criteria', 'criteria/:key', 'versions', 'publication'].map((step) => post(`${rubric}/${step}`, administrators, scoring)),
  ...['order', 'criteria/:key/removal', 'versions/removal'].map((step) =>
    post(`${rubric}/${step}`, administrators, { ...scoring, fields: { move: 'question:reasons:up', version: '1' } }),
  ),
];
