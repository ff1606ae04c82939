import { chromiumPath } from './chromium-path.cjs';

/** Registers a suite that needs a Chromium; where there is none, one test that says so (the reporter tells it, and fails where all is required). */
export function describeInChromium(name: string, suite: (executablePath: string) => void): void {
  const path = chromiumPath();
  describe(name, () => {
    if (path === undefined)
      it('is not run here: there is no Chromium', () => {
        process.stdout.write(`not run here, without Chromium: ${name}\n`);
      });
    else suite(path);
  });
}
