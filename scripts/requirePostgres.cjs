// Jest's global setup. `TestDatabases` leaves PostgreSQL out in silence when it
// is not told where one is; a green run would then say nothing about it.
const { resolve } = require('node:path');

const variable = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

module.exports = async (_globalConfig, projectConfig) => {
  const { devDependencies = {} } = require(resolve(
    projectConfig.rootDir,
    '../package.json',
  ));
  if (
    devDependencies['@backstage/backend-test-utils'] &&
    !process.env[variable]
  ) {
    throw new Error(
      `${variable} is not set, so these tests would leave PostgreSQL out. Run them with "npm test -- FILE…" at the repository root, which starts a server.`,
    );
  }
};
