import * as cheerio from 'cheerio';
import { getForm, listPreviews } from '../../src/features/forms';
import type { Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import { visitorBrowser, type Browser } from '../support/browser';
import { notYetOpen, townDesks } from '../support/town-desks';

let product: TestProduct;
let town: Town;
let administrator: Browser;
let staff: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  ({ town, administrator, central: staff } = await townDesks(product, notYetOpen));
});
afterAll(() => product.close());

const desk = '/staff/cycles/2027-spring/form';
const preview = `${desk}/preview`;
const paper = '/apply/paper/2027-spring';
const load = cheerio.load;

describe('the preview', () => {
  it('draws every page of a constituency in both languages, as the application does, with no name twice', async () => {
    const page = load((await administrator.get(`${preview}?for=students`)).text);
    expect(page('.app-phone[lang=en]').length).toBe(page('.app-phone[lang=es]').length);
    const headings = (lang: string) =>
      page(`.app-phone[lang=${lang}] h3`)
        .map((_, one) => load(one).text())
        .get();
    expect(headings('en')).toContain('Does your guardian agree?');
    expect(page('.app-phone--single[lang=es] .usa-label').text()).toContain('¿Por qué quiere participar?');
    expect(page('.app-phone[lang=es] .app-counter').first().text()).toContain('250 palabras');
    const ids = page('[id]')
      .map((_, one) => one.attribs['id'])
      .get();
    expect(new Set(ids).size).toBe(ids.length);
    const families = load((await administrator.get(`${preview}?for=families`)).text);
    expect(families('.app-phone[lang=en] h3').text()).not.toContain('guardian');
  });

  it('counts for the checklist once an administrator says so, until the form changes', async () => {
    expect(load((await staff.get(preview)).text)('main form[method=post]')).toHaveLength(0);
    expect((await staff.post(preview, { version: '1' })).status).toBe(403);
    expect((await administrator.post(preview, { version: '9' }, preview)).status).toBe(409);
    expect((await administrator.post(preview, { version: '1' }, preview)).status).toBe(303);
    const form = await getForm(product.db, town.cycle.formId);
    expect([...(await listPreviews(product.db, form)).keys()]).toEqual(['en', 'es']);
    expect(load((await administrator.get(preview)).text)('#seen li')).toHaveLength(2);
    await administrator.submit(`${desk}/questions/reasons`, { label_en: 'Why?', label_es: '¿Por qué?' });
    expect(load((await administrator.get(preview)).text)('#seen li')).toHaveLength(0);
  });
});

describe('the blank form to print', () => {
  it('is public while the cycle is open, and the desk’s alone before and after', async () => {
    const visitor = visitorBrowser(product);
    expect([(await visitor.get(paper)).status, (await staff.get(paper)).status]).toEqual([404, 200]);
    product.clock.moveTo(town.cycle.opensAt);
    expect((await visitor.get(paper)).status).toBe(200);
    expect(load((await visitor.get('/apply')).text)(`a[href="${paper}"]`)).toHaveLength(1);
    product.clock.moveTo('2026-12-20T00:00:00.000Z');
    expect((await visitor.get(paper)).status).toBe(404);
  });

  it('asks every question in the reader’s language, says what is only for some, where to send it and by when', async () => {
    const page = load((await staff.get(`${paper}?lang=es`)).text);
    expect(page('.app-form-paper__question').length).toBe(
      (await getForm(product.db, town.cycle.formId)).pages.flatMap((each) => each.questions).length,
    );
    const text = page('main').text();
    expect(text).toContain('Solo si solicita un lugar de: Estudiantes');
    expect(text).toContain('Debe llegar a más tardar el');
    expect(text).toContain('No escriba el nombre, el número, las calificaciones ni la salud de ningún alumno.');
    expect(page('.app-form-paper__offices li')).toHaveLength(2);
    expect(page('.app-form-paper__question:contains("¿Por qué quiere participar?") .app-form-paper__line').length).toBe(23);
    expect(page('a[hreflang=en]').attr('href')).toBe(`${paper}?lang=en`);
    expect(page('main input, main textarea')).toHaveLength(0);
  });
});
