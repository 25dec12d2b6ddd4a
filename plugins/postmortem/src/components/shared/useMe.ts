import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';

/** Who is signed in. */
export interface Me {
  userRef: string;
  /** The refs of the reader and of the groups that they belong to. */
  ownershipRefs: string[];
}

/** Who is signed in; undefined until that is known. */
export function useMe(): Me | undefined {
  const identity = useApi(identityApiRef);
  const { value } = useAsync(async () => {
    const { userEntityRef, ownershipEntityRefs } =
      await identity.getBackstageIdentity();
    return { userRef: userEntityRef, ownershipRefs: ownershipEntityRefs };
  }, [identity]);
  return value;
}
