import {
  errorApiRef,
  identityApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** The first name of whoever is signed in; undefined until it is known. */
export function useProfileName(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const errorApi = useApi(errorApiRef);
  const [name, setName] = useState<string>();

  useEffect(() => {
    identityApi
      .getProfileInfo()
      .then(profile => setName(profile.displayName?.split(' ')[0]))
      .catch(error => errorApi.post(error));
  }, [identityApi, errorApi]);

  return name;
}
