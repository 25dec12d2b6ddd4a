import { changesBetween } from './changesBetween';
import { contentWith, lessonRow } from './__testUtils__/documents';

const WARM = lessonRow(1, 'to_improve', 'Warm the cache before a failover');
const ALERT = lessonRow(2, 'went_well', 'The alert fired in minutes');

describe('changesBetween', () => {
  it('finds none where the two say the same', () => {
    const content = contentWith({ lessons: [WARM], summary: 'It broke' });

    expect(changesBetween(content, structuredClone(content))).toEqual([]);
  });

  it('tells texts from facts, with their place in words', () => {
    expect(
      changesBetween(
        contentWith({ severity: 'SEV2' }),
        contentWith({
          severity: 'SEV1',
          rootCause: { trigger: { description: 'A planned failover' } },
        }),
      ),
    ).toEqual([
      {
        steps: ['severity'],
        labels: ['Severity'],
        kind: 'value',
        before: 'SEV2',
        after: 'SEV1',
      },
      {
        steps: ['rootCause', 'trigger', 'description'],
        labels: ['Root cause', 'Trigger', 'Description'],
        kind: 'text',
        before: null,
        after: 'A planned failover',
      },
    ]);
  });

  it('names the row whose field changed', () => {
    expect(
      changesBetween(
        contentWith({ lessons: [WARM, ALERT] }),
        contentWith({
          lessons: [{ ...WARM, text: 'Warm the cache first' }, ALERT],
        }),
      ),
    ).toEqual([
      expect.objectContaining({
        steps: ['lessons', WARM.id, 'text'],
        labels: ['Lessons', 'Warm the cache first', 'Text'],
        kind: 'text',
        before: WARM.text,
        after: 'Warm the cache first',
      }),
    ]);
  });

  it('gives what added and removed rows say', () => {
    expect(
      changesBetween(
        contentWith({ lessons: [WARM], tags: ['cache'] }),
        contentWith({ lessons: [ALERT], tags: ['failover'] }),
      ).map(({ labels, kind, before, after, fields }) => ({
        labels,
        kind,
        row: before ?? after,
        fields: fields?.map(field => [field.labels[2], field.after]),
      })),
    ).toEqual([
      {
        labels: ['Lessons', WARM.text],
        kind: 'removed',
        row: WARM,
        fields: [
          ['Kind', null],
          ['Text', null],
        ],
      },
      {
        labels: ['Lessons', ALERT.text],
        kind: 'added',
        row: ALERT,
        fields: [
          ['Kind', ALERT.kind],
          ['Text', ALERT.text],
        ],
      },
      {
        labels: ['Tags', ''],
        kind: 'removed',
        row: 'cache',
        fields: undefined,
      },
      {
        labels: ['Tags', ''],
        kind: 'added',
        row: 'failover',
        fields: undefined,
      },
    ]);
  });

  it('knows a row without an id by its words', () => {
    const factor = {
      kind: 'technical' as const,
      category: null,
      description: 'Clients retried without any limit',
    };
    const changes = changesBetween(
      contentWith({ rootCause: { contributingFactors: [factor] } }),
      contentWith({
        rootCause: { contributingFactors: [{ ...factor, kind: 'process' }] },
      }),
    );

    expect(changes).toEqual([
      expect.objectContaining({
        labels: ['Root cause', 'Contributing factors', '', 'Kind'],
        before: 'technical',
        after: 'process',
      }),
    ]);
  });

  it('says when rows were moved', () => {
    expect(
      changesBetween(
        contentWith({ lessons: [WARM, ALERT] }),
        contentWith({ lessons: [ALERT, WARM] }),
      ),
    ).toEqual([
      {
        steps: ['lessons'],
        labels: ['Lessons'],
        kind: 'reordered',
        before: null,
        after: null,
      },
    ]);
  });
});
