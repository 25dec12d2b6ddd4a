import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useMemo } from 'react';

const DEFAULT_SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4'];

/** The severities that the portal configures, most severe first. */
export function useSeverities(): readonly string[] {
  const config = useApi(configApiRef);
  return useMemo(
    () =>
      config.getOptionalStringArray('postmortem.severities') ??
      DEFAULT_SEVERITIES,
    [config],
  );
}
