/*
 * Writes src/schema/openapi.json from the zod schemas, or, with --check, says
 * whether it is as they are. Run it from the root of the repository:
 *
 *   node --import @backstage/cli/config/nodeTransform.cjs \
 *     plugins/postmortem-backend/scripts/openapi.ts [--check]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildOpenApiDocument } from '../src/api/openapi';

// Prettier 2 brings no types of its own.
const {
  format,
}: { format(text: string, options: object): string } = require('prettier');

const file = resolve(__dirname, '../src/schema/openapi.json');
const fresh = format(JSON.stringify(buildOpenApiDocument()), {
  parser: 'json',
});

if (!process.argv.includes('--check')) {
  writeFileSync(file, fresh);
  process.stdout.write(`Wrote ${file}\n`);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== fresh) {
  process.stderr.write(
    'plugins/postmortem-backend/src/schema/openapi.json is not what the schemas say; run npm run openapi\n',
  );
  process.exitCode = 1;
}
