import { attachmentHeader, shownName } from '../../../src/files/file-name';

describe('a name to show', () => {
  it.each([
    ['budget.pdf', 'budget.pdf'],
    ['Año escolar – niñas & niños.pdf', 'Año escolar – niñas & niños.pdf'],
    ['학교 예산.pdf', '학교 예산.pdf'],
    ['50% "plan"; x=1.pdf', '50% "plan"; x=1.pdf'],
    ['e\u0301.pdf', 'é.pdf'],
    ['../../etc/plan.pdf', '_.._etc_plan.pdf'],
    ['C:\\folder\\plan.pdf', 'C:_folder_plan.pdf'],
    ['a\r\nSet-Cookie: x\u202e\u200b.pdf', 'a Set-Cookie: x.pdf'],
    ['  a\t b.pdf ', 'a b.pdf'],
  ])('is made of %j', (given, shown) => {
    expect(shownName(given)).toBe(shown);
  });

  it('has at most 150 characters and keeps its ending', () => {
    expect(shownName(`${'😀'.repeat(146)}.pdf`)).toBe(`${'😀'.repeat(146)}.pdf`);
    expect(shownName(`${'😀'.repeat(5000)}.pdf`)).toBe(`${'😀'.repeat(146)}.pdf`);
  });
});

describe('the header that saves under a name', () => {
  it.each([
    ['budget.pdf', `attachment; filename="budget.pdf"; filename*=UTF-8''budget.pdf`],
    ['Año "1".pdf', `attachment; filename="A_o _1_.pdf"; filename*=UTF-8''A%C3%B1o%20%221%22.pdf`],
    [`l'été(1)*!.pdf`, `attachment; filename="l__t_(1)__.pdf"; filename*=UTF-8''l%27%C3%A9t%C3%A9%281%29%2A%21.pdf`],
  ])('of %s is plain and in UTF-8', (name, header) => {
    expect(attachmentHeader(name)).toBe(header);
  });
});
