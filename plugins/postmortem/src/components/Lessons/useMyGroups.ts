import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';

const NONE: string[] = [];

/** The refs of the reader and of the groups that they belong to. */
export function useMyGroups(): string[] {
  const identity = useApi(identityApiRef);
  const { value } = useAsync(
    async () => (await identity.getBackstageIdentity()).ownershipEntityRefs,
    [identity],
  );
  return value ?? NONE;
}
