import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { defaultWorkflow, readWorkflow } from './readWorkflow';

const SEVERITIES = ['high', 'middle', 'low'];

const read = (workflow: JsonObject) =>
  readWorkflow(new ConfigReader({ postmortem: { workflow } }), SEVERITIES);

describe('readWorkflow', () => {
  it('asks for more of the two highest severities by default', () => {
    const { published, closed } = readWorkflow(
      new ConfigReader({}),
      SEVERITIES,
    );
    expect(published.requires).toContain('rootCause');
    expect(published.bySeverity).toEqual({
      high: ['actionItems'],
      middle: ['actionItems'],
    });
    expect(published.approvals).toBe(0);
    expect(published.approvalsBySeverity).toEqual({ high: 1, middle: 1 });
    expect(closed.bySeverity).toEqual({
      high: ['actionItems.evidence'],
      middle: ['actionItems.evidence'],
    });
  });

  it('replaces defaults one by one', () => {
    const workflow = read({
      in_review: { requires: ['summary'] },
      published: { approvalsBySeverity: { low: 2 } },
    });
    const defaults = defaultWorkflow(SEVERITIES);
    expect(workflow).toEqual({
      in_review: { requires: ['summary'], bySeverity: {} },
      published: { ...defaults.published, approvalsBySeverity: { low: 2 } },
      closed: defaults.closed,
    });
  });

  it.each([
    [
      { published: { requires: ['summary', 'moral'] } },
      'postmortem.workflow.published.requires[1]: "moral" is no point',
    ],
    [
      { closed: { bySeverity: { SEV9: ['lessons'] } } },
      'postmortem.workflow.closed.bySeverity.SEV9: is no configured severity; they are high, middle, low',
    ],
    [
      { published: { approvals: -1 } },
      'postmortem.workflow.published.approvals: ',
    ],
    [{ in_review: { approvals: 1 } }, 'postmortem.workflow.in_review: '],
    [{ draft: {} }, 'postmortem.workflow: '],
  ])('refuses %j, and names the setting', (workflow, message) => {
    expect(() => read(workflow as JsonObject)).toThrow(message);
  });
});
