import { toCsv } from './csv';

describe('toCsv', () => {
  it('writes numbers as the table has them, and nothing for what is not known', () => {
    expect(
      toCsv({
        columns: [
          { name: 'Period' },
          { name: 'Incidents', digits: 0 },
          { name: 'Upper 95% limit', digits: 2 },
        ],
        rows: [
          { cells: ['Nov 2026 (so far)', 1234, 8.767273] },
          { cells: ['Dec 2026', 0, null] },
        ],
      }),
    ).toBe(
      'Period,Incidents,Upper 95% limit\r\nNov 2026 (so far),1234,8.77\r\nDec 2026,0,\r\n',
    );
  });

  it('quotes what CSV takes for its own, and runs no formula', () => {
    expect(
      toCsv({
        columns: [{ name: 'Trigger' }],
        rows: [
          { cells: ['a "b", c'] },
          { cells: ['=HYPERLINK("x")'] },
          { cells: ['two\nlines'] },
        ],
      }),
    ).toBe(
      'Trigger\r\n"a ""b"", c"\r\n"\'=HYPERLINK(""x"")"\r\n"two\nlines"\r\n',
    );
  });
});
