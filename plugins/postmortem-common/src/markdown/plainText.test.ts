import { plainTextOf } from './plainText';

describe('plainTextOf', () => {
  it.each([
    ['Nothing special.', 'Nothing special.'],
    ['', ''],
    ['The `ledger-db` **was** _down_.', 'The ledger-db was down.'],
    ['[The log](https://logs.example.com) says', 'The log says'],
    ['one  \ntwo', 'one\n two'],
    ['# Title\n\nText', 'Title\n\nText'],
    ['- one\n- two', 'one\ntwo'],
    ['- [x] done', 'done'],
    ['| a | b |\n| - | - |\n| c | d |', 'a\tb\nc\td'],
    ['```sh\nkubectl get pods\n```', 'kubectl get pods'],
    ['a < b and snake_case_name', 'a < b and snake_case_name'],
    ['5 \\* 3', '5 * 3'],
    ['a <script>alert(1)</script> b', 'a alert(1) b'],
  ])('%j reads as %j', (markdown, text) => {
    expect(plainTextOf(markdown)).toBe(text);
  });

  it('keeps the words of texts that no parser would take', () => {
    const text = plainTextOf(`first ${'*a **b '.repeat(20_000)} last`);
    expect(text).toMatch(/^first /);
    expect(text).toMatch(/ last$/);
  });
});
