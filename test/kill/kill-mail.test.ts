import { killMail } from './kill-run';

it('loses no mail and sends none twice when workers are killed at random', async () => {
  const report = await killMail({ kills: 30, mails: 120, seed: 7 });

  expect({ duplicates: report.duplicates, lost: report.lost }).toEqual({ duplicates: 0, lost: 0 });
  expect(report.sent + report.failed + report.held).toBe(120);
}, 120_000);
