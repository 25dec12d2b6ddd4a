import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchModulePostmortemCollator from '.';

describe('searchModulePostmortemCollator', () => {
  it.each([
    [{}, { minutes: 10 }],
    [{ frequency: { minutes: 1 }, timeout: { minutes: 1 } }, { minutes: 1 }],
  ])(
    'registers a collator for each type with the schedule %j',
    async (schedule, every) => {
      const addCollator = jest.fn();
      const scheduler = mockServices.scheduler.mock();

      await startTestBackend({
        extensionPoints: [[searchIndexRegistryExtensionPoint, { addCollator }]],
        features: [
          searchModulePostmortemCollator,
          scheduler.factory,
          mockServices.rootConfig.factory({
            data: Object.keys(schedule).length
              ? { search: { collators: { postmortem: { schedule } } } }
              : {},
          }),
        ],
      });

      expect(scheduler.createScheduledTaskRunner).toHaveBeenCalledWith(
        expect.objectContaining({ frequency: every }),
      );
      expect(
        addCollator.mock.calls.map(([{ factory }]) => factory.type),
      ).toEqual(['postmortem', 'postmortem-lesson', 'postmortem-action-item']);
    },
  );
});
