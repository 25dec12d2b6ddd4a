import { findingsOf, type ReportChart } from './findings';
import { reportsOf, type Year } from './__testUtils__/reports';

function finding(chart: ReportChart, year: Year) {
  return findingsOf(reportsOf(year)).find(item => item.chart === chart)!;
}

const text = (chart: ReportChart, year: Year) => finding(chart, year).text;

describe('findingsOf', () => {
  it('has one for each chart, also of a year without incidents', () => {
    const findings = findingsOf(reportsOf({}));
    expect(new Set(findings.map(({ chart }) => chart)).size).toBe(11);
    expect(findings.map(item => item.text)).toEqual([
      '0 incidents after 0 in the time before: too few to tell more from fewer',
      'No incident involves an entity',
      'No incident names a trigger',
      'No incident names a contributing factor',
      'No incident says how it was detected',
      'Too few to tell how long it takes: 0 incidents with a time of resolution',
      'Too early to tell how many action items get done; 0 of 0 open items are overdue',
      'No incident repeats an earlier one',
      'No postmortem is required',
      'Users are known for none of 0 incidents',
      'None of 0 incidents went from one team to another',
    ]);
  });

  it('says more and fewer only where a test can tell', () => {
    expect(finding('incidents', { n: 61, before: 35 })).toEqual({
      chart: 'incidents',
      verdict: 'more',
      pValue: expect.closeTo(0.0103, 3),
      text: 'More incidents: 61 after 35 in the time before, 1.7 times the rate (1.1 to 2.7)',
    });
    expect(finding('incidents', { n: 35, before: 61 })).toMatchObject({
      verdict: 'fewer',
      text: 'Fewer incidents: 35 after 61 in the time before, 0.57 times the rate (0.37 to 0.88)',
    });
    expect(finding('incidents', { n: 47, before: 39 })).toMatchObject({
      verdict: 'not_distinguishable',
      text: '47 incidents after 39 in the time before: too few to tell more from fewer',
    });
    expect(text('incidents', { n: 9, before: 0 })).toBe(
      'More incidents: 9 after 0 in the time before',
    );
    expect(finding('incidents', { n: 1, before: null })).toEqual({
      chart: 'incidents',
      verdict: null,
      pValue: null,
      text: '1 incident',
    });
  });

  it('lets a service stand out only from the next one', () => {
    const year = (first: number, second: number): Year => ({
      n: 40,
      services: [
        ['ledger', second],
        ['checkout', first],
      ],
    });
    expect(finding('services', year(19, 7))).toMatchObject({
      verdict: 'more',
      text: 'checkout had more incidents than any other: 19 of 40; the next one, ledger, 7',
    });
    expect(finding('services', year(14, 10))).toMatchObject({
      verdict: 'not_distinguishable',
      text: 'No service stands out: the first cannot be told from the next',
    });
    expect(text('services', { n: 8, services: [['checkout', 8]] })).toBe(
      'checkout had more incidents than any other: 8 of 8',
    );
  });

  it('allows for the number of categories that are compared', () => {
    const others = (count: number): Year['triggers'] =>
      Array.from({ length: count }, (_, index) => [`other ${index}`, 9, 9]);
    const rise: [string, number, number] = ['deployment', 14, 3];
    expect(finding('triggers', { n: 50, triggers: [rise] })).toMatchObject({
      verdict: 'more',
      text: 'More incidents with “deployment”: 14 after 3 in the time before',
    });
    // The same rise among ten tested ones may be chance.
    expect(
      finding('triggers', { n: 110, triggers: [rise, ...others(9)!] }),
    ).toMatchObject({ verdict: 'not_distinguishable' });
    expect(
      text('factors', {
        n: 60,
        triggers: [
          ['load', 40, 38],
          [null, 50, 2],
          ['hardware', 12, 13],
        ],
      }),
    ).toBe(
      '“load” is the most frequent contributing factor: 40 of 60 incidents',
    );
  });

  it('says of how many something is known', () => {
    expect(
      text('detection', {
        detection: { monitoring: 31, customer: 13, missing: 3 },
      }),
    ).toBe('Monitoring found 31 of 44 incidents (56% to 82%); 3 do not say');
    expect(text('impact', { users: { sum: 12_000, known: 7, of: 19 } })).toBe(
      '12,000 users affected, known for 7 of 19 incidents',
    );
    expect(
      text('durations', {
        resolve: { n: 40, missing: 7, median: [95, 70, 140] },
      }),
    ).toBe(
      'Half of 40 incidents were resolved within 1 h 35 min (1 h 10 min to 2 h 20 min); 7 have no time',
    );
    expect(text('durations', { resolve: { n: 5, missing: 0 } })).toBe(
      'Too few to tell how long it takes: 5 incidents with a time of resolution',
    );
  });

  it('says how much gets done, as late as that is known', () => {
    const open = { n: 12, overdue: 4 };
    expect(
      text('action_items', {
        open,
        done: [
          [30, 0.4, 0.3, 0.5],
          [90, 0.61, 0.55, 0.67],
        ],
      }),
    ).toBe(
      '61% of action items are done within 90 days (55% to 67%); 4 of 12 open items are overdue',
    );
    expect(text('action_items', { open, done: [[30, 0.4, 0.3, 0.5]] })).toBe(
      '40% of action items are done within 30 days (30% to 50%); 4 of 12 open items are overdue',
    );
  });

  it('says whether fixes hold and postmortems are written', () => {
    expect(text('fixes', { n: 47, repeats: { n: 5, open: 3 } })).toBe(
      '5 of 47 incidents repeat an earlier one; 3 came while its action items were open',
    );
    expect(text('debt', { n: 47, written: [39, 47] })).toBe(
      '39 of 47 postmortems are written; 0 reviews are overdue',
    );
  });

  it('says where incidents land that do not stay where they begin', () => {
    expect(
      text('flows', {
        n: 30,
        flows: [
          ['payments', 'payments', 12],
          [null, 'search', 10],
          ['payments', 'search', 4],
          ['ledger', 'payments', 9],
        ],
      }),
    ).toBe('Between teams, most go from ledger to payments: 9 of 30 incidents');
  });
});
