import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { read } from './__testUtils__/read';

const ARCHIVE = resolve(__dirname, '../../../../../shared/data/postmortems');
const describeIfThere = existsSync(ARCHIVE) ? describe : describe.skip;

function open(file: string) {
  return read(readFileSync(join(ARCHIVE, file), 'utf8'), {
    fileName: basename(file),
  });
}

describeIfThere('an archive of real postmortems', () => {
  const files = existsSync(ARCHIVE)
    ? readdirSync(ARCHIVE, { recursive: true, encoding: 'utf8' }).filter(file =>
        /\.md(\.erb)?$/.test(file),
      )
    : [];

  it.each(files)('loses and invents no word of %s', file => {
    expect(open(file).document.title).not.toBe('');
  });

  it.each([
    [
      'dfds/PM2020-008 - Alcide admission causing Kubernetes timeouts.md',
      '2020-11-04T12:13:00.000Z',
      '2020-11-04T14:15:00.000Z',
      6,
      2,
    ],
    [
      'dfds/PM2022-003 - Two Kuberneste nodes were down.md',
      '2022-02-08T12:05:00.000Z',
      '2022-02-08T12:48:00.000Z',
      12,
      2,
    ],
    [
      'icco/a0e252d3-10a6-4345-84c3-f271124e2d7b.md',
      '2019-07-02T13:42:00.000Z',
      '2019-07-02T14:09:00.000Z',
      0,
      0,
    ],
    [
      'moj-cloud-platform/2020-02-18.html.md.erb',
      '2020-02-18T14:13:00.000Z',
      '2020-02-18T14:59:00.000Z',
      0,
      0,
    ],
    [
      'moj-cloud-platform/2023-06-06-user-services-down.html.md.erb',
      null,
      '2023-06-06T11:21:00.000Z',
      8,
      1,
    ],
    [
      'mybinder/2019-04-03-ingress-cordoned.md',
      '2019-04-03T10:50:00.000Z',
      '2019-04-03T11:29:00.000Z',
      3,
      2,
    ],
    ['mybinder/2018-02-12-launch-fail.md', null, null, 4, 3],
    ['kubernetes-test-infra/2019-01-23.md', null, null, 11, 2],
    [
      'posthog/2024-02-28-decide is down.md',
      '2024-02-28T15:30:00.000Z',
      '2024-02-28T18:10:00.000Z',
      0,
      0,
    ],
    [
      'posthog/2026-01-17-replay-sdk-fetch-wrapper-incident.md',
      null,
      null,
      10,
      7,
    ],
  ])(
    'understands %s',
    (file, startedAt, resolvedAt, timelineEntries, actionItems) => {
      const { document } = open(file);
      expect(document.incident).toMatchObject({ startedAt, resolvedAt });
      expect(document.timeline).toHaveLength(timelineEntries);
      expect(document.actionItems).toHaveLength(actionItems);
    },
  );

  it.each(files.filter(file => file.includes('postmortem-template')))(
    'reports %s, which nobody filled in, as empty',
    file => {
      expect(open(file).parts).toEqual([]);
    },
  );
});
