import * as cheerio from 'cheerio';
import { findQuestion, getForm, questionsOf, type FormVersion } from '../../src/features/forms';
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
const question = (key: string) => `${desk}/questions/${key}`;
const form = (): Promise<FormVersion> => getForm(product.db, town.cycle.formId);
const keys = async (): Promise<string[]> => questionsOf(await form()).map(({ key }) => key);
const found = async (key: string) => findQuestion((await form()).pages, key)?.question;
const version = async (): Promise<string> => String((await form()).version);
const load = cheerio.load;

describe('the form builder', () => {
  it('is read by staff without a button, edited by administrators, and unknown to others', async () => {
    const read = load((await staff.get(desk)).text);
    expect([read('h1').text(), read('main form').length, read('.app-builder > li').length]).toEqual([
      'Application form: Spring 2027',
      0,
      (await form()).pages.length,
    ]);
    expect(load((await administrator.get(desk)).text)('main button').length).toBeGreaterThan(50);
    expect((await visitorBrowser(product).get(desk)).status).toBe(303);
    expect((await staff.get(question('reasons'))).status).toBe(403);
    expect((await staff.post(`${desk}/undo`, { version: '1' })).status).toBe(403);
    expect((await administrator.get('/staff/cycles/2099/form')).status).toBe(404);
  });

  it('moves a page and a question by their buttons, says so, and keeps the focus on what was moved', async () => {
    const before = (await form()).pages.map(({ key }) => key);
    const moved = await administrator.post(`${desk}/order`, { move: 'page:name:up', version: await version() }, desk);
    expect(moved.headers['location']).toBe(`${desk}#down-page-name`);
    const page = load((await administrator.follow(moved)).text);
    expect(page('[role=status]').first().text()).toBe('“What is your name?” is now number 2 of ' + `${before.length}.`);
    expect(page('button#down-page-name')).toHaveLength(1);
    expect((await form()).pages.slice(0, 3).map(({ key }) => key)).toEqual(['email', 'name', 'age']);
    const shifted = await administrator.post(`${desk}/order`, { move: 'question:pronouns:up', version: await version() }, desk);
    expect(shifted.headers['location']).toBe(`${desk}#up-question-pronouns`);
    expect((await keys()).slice(1, 4)).toEqual(['name', 'pronouns', 'preferred_name']);
  });

  it('refuses a move from an older page, and any page before the e-mail address', async () => {
    expect((await administrator.post(`${desk}/order`, { move: 'page:name:up', version: '99' }, desk)).status).toBe(409);
    expect((await administrator.post(`${desk}/order`, { move: 'page:age:up', version: await version() }, desk)).status).toBe(409);
    expect((await form()).pages[0]!.key).toBe('email');
  });

  it('adds a page and a question with options, who must answer, and who reads it', async () => {
    const page = await administrator.submit(`${desk}/pages/new`, { title_en: 'Your evenings', title_es: 'Sus tardes', place: '8' });
    const added = (await form()).pages[7]!;
    expect(page.headers['location']).toBe(`${desk}#row-page-${added.key}`);
    const sent = await administrator.submit(`${desk}/pages/${added.key}/questions/new`, {
      kind: 'one_of',
      label_en: 'Which evening?',
      label_es: '¿Qué tarde?',
      option_0_en: 'Monday',
      option_0_es: 'Lunes',
      option_1_en: 'Tuesday',
      option_1_es: 'Martes',
      option_1_place: '1',
      need: 'some',
      required_for: ['philanthropy', 'business'],
      asked_of: ['philanthropy', 'business'],
      visibility: 'blind',
    });
    expect(sent.status).toBe(303);
    expect((await form()).pages[7]!.questions).toEqual([
      {
        key: expect.stringMatching(/^q_/) as string,
        kind: 'one_of',
        label: { en: 'Which evening?', es: '¿Qué tarde?' },
        hint: null,
        options: [
          { value: 'tuesday', label: { en: 'Tuesday', es: 'Martes' } },
          { value: 'monday', label: { en: 'Monday', es: 'Lunes' } },
        ],
        required: false,
        requiredFor: ['philanthropy', 'business'],
        askedOf: ['philanthropy', 'business'],
        seenByReviewers: true,
        hiddenInBlind: true,
        words: null,
        storedApart: false,
        autocomplete: null,
      },
    ]);
    const tags = load((await administrator.get(desk)).text)(`#row-page-${added.key} .app-tag`);
    expect(tags.map((_, tag) => load(tag).text()).get()).toContain('Required for: Philanthropy and Local business');
  });

  it('says what is wrong, keeps the words, and gives more lines for options without losing any', async () => {
    const address = `${desk}/pages/availability/questions/new`;
    const wrong = await administrator.submit(address, {
      kind: 'one_of',
      label_en: '',
      label_es: '',
      option_0_en: 'Alone',
      hint_es: 'Ñandú',
    });
    const page = load(wrong.text);
    expect([wrong.status, page('[name=hint_es]').text(), page('[name=option_0_en]').attr('value')]).toEqual([422, 'Ñandú', 'Alone']);
    expect(
      page('.app-error-summary a')
        .map((_, link) => load(link).root().find('a').attr('href'))
        .get(),
    ).toEqual(['#label_en', '#option_0_en']);
    const more = await administrator.submit(address, { do: 'lines', label_en: 'Kept', option_3_en: 'Last' });
    expect([more.status, load(more.text)('[name=label_en]').text(), load(more.text)('details.app-option').length]).toEqual([
      200,
      'Kept',
      8,
    ]);
    const apart = await administrator.submit(address, { label_en: 'Age', need: 'everybody', visibility: 'apart' });
    expect([apart.status, load(apart.text)('.app-error-summary a').attr('href')]).toEqual([422, '#need']);
  });

  it('marks the language that was left alone as older, unless the writer says it still holds', async () => {
    await administrator.submit(question('reasons'), { label_en: 'Why would you like to serve?' });
    expect([(await found('reasons'))!.behind, (await form()).pages.find(({ key }) => key === 'reasons')!.title.en]).toEqual([
      'es',
      'Why would you like to serve?',
    ]);
    expect(load((await administrator.get(desk)).text)('aside').text()).toContain('the English changed, the Spanish did not');
    await administrator.submit(question('reasons'), { label_es: '¿Por qué le gustaría participar?' });
    expect((await found('reasons'))!.behind).toBeNull();
    await administrator.submit(question('reasons'), { label_en: 'Why do you want to serve??', still_right: 'yes' });
    expect((await found('reasons'))!.behind).toBeNull();
  });

  it('warns of a pupil’s data, of a second long answer and of missing Spanish, and links to the place', async () => {
    const address = `${desk}/pages/availability/questions/new`;
    await administrator.submit(address, { label_en: 'What is your child’s name?', label_es: '' });
    await administrator.submit(address, { kind: 'long_text', words: '100', need: 'everybody', label_en: 'More?', label_es: '¿Más?' });
    const doubts = load((await administrator.get(desk)).text)('aside section').eq(2);
    expect(doubts.find('li').length).toBe(3);
    expect(doubts.text()).toContain('seems to ask about a pupil');
    expect(doubts.text()).toContain('More than one long answer');
    expect(doubts.text()).toContain('Spanish words are missing');
    expect(doubts.find('a').attr('href')).toMatch(new RegExp(`^${question('q_')}`));
  });
});

describe('what the site relies on', () => {
  it('is reworded, but keeps its kind, its options and who reads it, and is never removed or copied', async () => {
    const saved = await administrator.submit(question('constituency'), {
      kind: 'short_text',
      visibility: 'apart',
      label_en: 'Which seat?',
    });
    expect(saved.status).toBe(303);
    expect(await found('constituency')).toMatchObject({ kind: 'one_of', storedApart: false, required: true, label: { en: 'Which seat?' } });
    const fewer = await administrator.submit(question('constituency'), { option_0_en: '', option_0_es: '' });
    expect(fewer.status).toBe(422);
    expect((await administrator.get(`${question('email')}/removal`)).status).toBe(404);
    expect((await administrator.post(`${question('email')}/removal`, { version: await version() }, desk)).status).toBe(409);
    expect((await administrator.post(`${desk}/copy`, { key: 'name', version: await version() }, desk)).status).toBe(409);
    expect((await administrator.post(`${desk}/pages/contact/removal`, { version: await version() }, desk)).status).toBe(409);
    expect(load((await administrator.get(desk)).text)('#row-question-name a')).toHaveLength(1);
  });

  it('never grows longer than twenty steps', async () => {
    const pages = (await form()).pages.length;
    let status = 303;
    for (let count = pages; status === 303 && count < 30; count += 1) {
      await administrator.submit(`${desk}/pages/new`, { title_en: `Page ${count}`, title_es: `Página ${count}` });
      const last = (await form()).pages.at(-1)!.key;
      const answer = await administrator.submit(`${desk}/pages/${last}/questions/new`, { label_en: 'One more', label_es: 'Una más' });
      status = answer.status;
      if (status === 422) expect(load(answer.text)('[name=label_es]').text()).toBe('Una más');
    }
    expect(status).toBe(422);
    expect((await form()).pages.filter(({ questions }) => questions.length > 0).length).toBeLessThanOrEqual(20);
  });
});

describe('taking back', () => {
  it('asks before it removes, and undo brings it back with everything it had', async () => {
    const before = (await form()).pages;
    const asked = load((await administrator.get(`${question('priorities')}/removal`)).text);
    expect(asked('main form').attr('action')).toBe(`${question('priorities')}/removal`);
    await administrator.submit(`${question('priorities')}/removal`);
    expect(await keys()).not.toContain('priorities');
    expect(load((await administrator.get(desk)).text)('aside').text()).toContain(
      'Ada took out “What should the local district care about most?”',
    );
    await administrator.submit(desk, {}, `${desk}/undo`);
    expect((await form()).pages).toEqual(before);
    expect((await administrator.post(`${desk}/undo`, { version: await version() }, desk)).status).toBe(409);
    expect(await product.db('events').where({ subject_kind: 'form' }).orderBy('place').pluck('action')).toEqual([
      'forms.remove',
      'forms.undo',
    ]);
  });

  it('copies a question under a key of its own', async () => {
    await administrator.post(`${desk}/copy`, { key: 'experience', version: await version() }, desk);
    const all = questionsOf(await form()).filter(({ label }) => label.en === 'What experience or view would you bring?');
    expect(all.map(({ key }) => key)).toEqual(['experience', expect.stringMatching(/^q_/)]);
  });
});

describe('two administrators', () => {
  it('on one question: the second sees both texts and keeps theirs; saving again is theirs to decide', async () => {
    const opened = load((await administrator.get(question('reasons'))).text);
    const seen = opened('[name=seen]').attr('value')!;
    await administrator.submit(question('reasons'), { label_en: 'Why serve?', label_es: '¿Por qué participar?' });
    const mine = { kind: 'long_text', words: '250', need: 'everybody', visibility: 'open', page: 'reasons', place: '1' };
    const stale = await administrator.post(question('reasons'), { ...mine, seen, label_en: 'Why you?', label_es: '¿Por qué usted?' }, desk);
    const page = load(stale.text);
    expect([stale.status, page('#stale dd').first().text(), page('[name=label_en]').text()]).toEqual([409, 'Why serve?', 'Why you?']);
    expect((await found('reasons'))!.label.en).toBe('Why serve?');
    const again = await administrator.post(
      question('reasons'),
      { ...mine, seen: page('[name=seen]').attr('value')!, label_en: 'Why you?', label_es: '¿Por qué usted?' },
      desk,
    );
    expect([again.status, (await found('reasons'))!.label.en]).toEqual([303, 'Why you?']);
  });

  it('on two questions: neither is refused', async () => {
    const seen = load((await administrator.get(question('reasons'))).text)('[name=seen]').attr('value')!;
    await administrator.submit(question('experience'), { label_en: 'What would you bring?', label_es: '¿Qué aportaría?' });
    const mine = { kind: 'long_text', words: '200', need: 'everybody', visibility: 'open', page: 'reasons', place: '1' };
    const saved = await administrator.post(question('reasons'), { ...mine, seen, label_en: 'Why?', label_es: '¿Por qué?' }, desk);
    expect([saved.status, (await found('reasons'))!.words, (await found('experience'))!.label.en]).toEqual([
      303,
      200,
      'What would you bring?',
    ]);
  });
});
