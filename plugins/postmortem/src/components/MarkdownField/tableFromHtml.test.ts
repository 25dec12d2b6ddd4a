import { tableFromHtml } from './tableFromHtml';

it('makes markdown of a table from a spreadsheet', () => {
  const html = `<meta charset="utf-8"><style>td {color: red}</style>
    <google-sheets-html-origin><table><tbody>
      <tr><td>Time</td><td>What</td></tr>
      <tr><td>14:05</td><td>a | b<br>fails</td></tr>
    </tbody></table></google-sheets-html-origin>`;
  expect(tableFromHtml(html)).toBe(
    [
      '| Time  | What        |',
      '| ----- | ----------- |',
      '| 14:05 | a \\| bfails |',
      '',
    ].join('\n'),
  );
});

it('leaves alone what is more than a table', () => {
  expect(tableFromHtml('<p>Hello</p>')).toBeUndefined();
  expect(
    tableFromHtml('<p>Before</p><table><tr><td>1</td></tr></table>'),
  ).toBeUndefined();
});
