import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';

/** Fails when axe finds something serious or critical on the page. */
export async function assertAccessible(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) =>
    ['serious', 'critical'].includes(impact),
  );
  const lines = serious.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 5)
      .map(
        node =>
          `${id} (${help}): ${node.target.join(' ')} ${node.html.slice(
            0,
            160,
          )}\n    ${node.failureSummary?.replace(/\n/g, ' ').slice(0, 300)}`,
      ),
  );
  assert.equal(lines.length, 0, `${what}:\n${lines.join('\n')}`);
}
