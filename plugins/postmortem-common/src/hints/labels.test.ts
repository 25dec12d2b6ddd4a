import { join } from 'node:path';
import { evaluate, readLabels } from './__testUtils__/labels';
import { HINT_RULES } from './postmortemHints';

const labels = readLabels(join(__dirname, 'labels'));

describe('the labeled examples', () => {
  it('are there for every rule', () => {
    expect(labels.map(({ rule }) => rule).sort()).toEqual(
      HINT_RULES.map(({ id }) => id).sort(),
    );
  });

  it.each(labels.map(each => [each.rule, each] as const))(
    'are told apart by %s',
    (_, each) => {
      const { precision, recall, examples } = evaluate(each);
      expect(examples.catch).toBeGreaterThanOrEqual(15);
      expect(examples.leave).toBeGreaterThanOrEqual(15);
      expect(precision).toBeGreaterThanOrEqual(0.9);
      expect(recall).toBeGreaterThanOrEqual(0.8);
    },
  );
});
