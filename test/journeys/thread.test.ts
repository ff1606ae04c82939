import { testProduct, type TestProduct } from '../support/app';
import { onEachEngine } from '../support/database';
import { htmlHouse } from './story/html-person';
import { Story } from './story/story';
import { tellThread } from './story/thread';

jest.setTimeout(120_000);

onEachEngine((engine) => {
  describe('the whole thread without scripts, in Spanish', () => {
    let product: TestProduct;
    let story: Story;
    beforeAll(async () => {
      product = await testProduct({ engine, config: { mode: 'demo' } });
      story = await Story.begin(product, htmlHouse(product), 'es');
    });
    afterAll(() => product.close());
    tellThread(() => story);
  });
});
