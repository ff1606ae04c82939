import { describeInChromium } from '../../support/chromium';
import { chromiumHouse } from './chromium-person';
import type { House } from './person';
import { serveProduct, type Served } from './served';
import { Story } from './story';
import { tellThread } from './thread';

/** The thread in a browser that draws: phones for families, members and the approver, a wide screen for staff. */
export function tellInChromium(locale: 'en' | 'es', language: string): void {
  jest.setTimeout(300_000);

  describeInChromium(`the whole thread in Chromium, in ${language}`, (executablePath) => {
    let served: Served;
    let house: House;
    let story: Story;
    beforeAll(async () => {
      served = await serveProduct();
      house = await chromiumHouse({ executablePath, baseUrl: served.baseUrl });
      story = await Story.begin(served.product, house, locale);
    });
    afterAll(async () => {
      await house.close();
      await served.close();
    });

    tellThread(() => story);

    it('shows every page without a fault of access, a script error or sideways scrolling', () => {
      expect(house.complaints()).toEqual([]);
    });
  });
}
