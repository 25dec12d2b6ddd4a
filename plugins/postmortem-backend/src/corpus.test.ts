import { createMockDirectory } from '@backstage/backend-test-utils';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

function corpus(
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise(done => {
    execFile(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'scripts/corpus.ts',
        ...args,
      ],
      { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '' } },
      (error, stdout, stderr) =>
        done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

jest.setTimeout(60_000);

describe('npm run corpus', () => {
  const folder = createMockDirectory();

  it('reads every markdown file below a folder, and goes on past broken ones', async () => {
    folder.setContent({
      '2024-05-01-shop.md':
        '# Shop down\n\nSeverity: SEV1\n\n## Summary\n\nIt fell.\n\n## Timeline\n\n- 10:00 UTC It fell\n',
      deeper: { 'old.md.erb': '## Action items\n\n- Fix it\n- Test it\n' },
      'latin1.md': Buffer.from([0x23, 0x20, 0xe9, 0x0a]),
      'readme.txt': 'not this one',
    });
    const { code, stdout } = await corpus(folder.path);
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.totals).toEqual({
      files: 3,
      failed: 1,
      lostWords: 0,
      inventedWords: 0,
    });
    expect(report.files).toMatchObject([
      {
        file: '2024-05-01-shop.md',
        title: 'Shop down',
        severity: 'SEV1',
        parts: ['summary', 'timeline'],
        timelineEntries: 1,
        actionItems: 0,
      },
      { file: 'deeper/old.md.erb', parts: ['actionItems'], actionItems: 2 },
      { file: 'latin1.md', title: null, error: expect.any(String) },
    ]);
    expect(report.files[0]).not.toHaveProperty('error');
  });

  it('says how it is used when it is used wrong', async () => {
    for (const args of [[], [folder.resolve('missing')], ['a', 'b']]) {
      const { code, stdout, stderr } = await corpus(...args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('Usage:');
    }
  });
});
