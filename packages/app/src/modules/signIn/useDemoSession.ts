import { useApi } from '@backstage/frontend-plugin-api';
import { useSyncExternalStore } from 'react';
import {
  type DemoSession,
  demoSessionApiRef,
  type SessionState,
} from './DemoSession';

/** The tab's session, and its state as it is now. */
export function useDemoSession(): [DemoSession, SessionState] {
  const session = useApi(demoSessionApiRef);
  return [session, useSyncExternalStore(session.subscribe, session.getState)];
}
