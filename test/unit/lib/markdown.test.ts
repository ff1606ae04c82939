import { plainMarkdown } from '../../../src/lib/markdown';

describe('Markdown in print', () => {
  it('keeps the words, the entries of lists and where links lead, without the marks', () => {
    const text =
      '# Why\n\nSome **bold**\nwords, see [the plan](https://example.org/plan) and https://example.org.\n\n- one\n- two `x`\n\nend\n\n```\ncode\n```';
    expect(plainMarkdown(text)).toEqual([
      { isItem: false, text: 'Why' },
      { isItem: false, text: 'Some bold words, see the plan (https://example.org/plan) and https://example.org.' },
      { isItem: true, text: 'one' },
      { isItem: true, text: 'two x' },
      { isItem: false, text: 'end' },
      { isItem: false, text: 'code' },
    ]);
  });

  it.each(['', '   \n'])('is nothing where there is nothing', (text) => {
    expect(plainMarkdown(text)).toEqual([]);
  });
});
