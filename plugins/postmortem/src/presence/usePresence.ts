import { useApi } from '@backstage/core-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  postmortemChannel,
  PRESENCE_SECONDS,
  type DocumentPart,
  type PostmortemSignal,
  type PresentPerson,
} from 'backstage-plugin-postmortem-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { postmortemApiRef } from '../api';

/** How often this window says that it is here when signals tell of others. */
const BEAT_MS = (PRESENCE_SECONDS * 1_000) / 2;

/** How often it asks when there are no signals. */
const POLL_MS = 4_000;

export interface PresenceOptions {
  /** The uuid of the postmortem. */
  postmortemId: string;
  /** Tells this window from others of the same person. */
  clientId: string;
  /** Where in the document the person is. */
  part: DocumentPart | null;
  /** Somebody else may have written. */
  onWritten: () => void;
}

/**
 * Says that this window has the postmortem open, for as long as it does.
 *
 * Signals tell at once of those who come, go and write. Without them, or when
 * one is lost, the regular request does.
 *
 * @returns the windows that have it open, this one included
 */
export function usePresence(options: PresenceOptions): PresentPerson[] {
  const { postmortemId, clientId, part, onWritten } = options;
  const api = useApi(postmortemApiRef);
  const [people, setPeople] = useState<PresentPerson[]>([]);
  const isGone = useRef(false);
  const { lastSignal, isSignalsAvailable } = useSignal<PostmortemSignal>(
    postmortemChannel(postmortemId),
  );

  const beat = useCallback(async () => {
    try {
      const present = await api.beatPresence(postmortemId, { clientId, part });
      if (!isGone.current) {
        setPeople(present.people);
      }
    } catch {
      // Whoever cannot be reached is not known to be here; the state of saving
      // tells the person that the backend is away.
      setPeople([]);
    }
  }, [api, postmortemId, clientId, part]);

  useEffect(() => {
    beat();
  }, [beat]);

  useEffect(() => {
    isGone.current = false;
    const leave = () => {
      isGone.current = true;
      // A heartbeat that is not followed by another ends by itself.
      api.leavePresence(postmortemId, clientId).catch(() => {});
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [api, postmortemId, clientId]);

  useEffect(() => {
    if (lastSignal?.event === 'presence') {
      api
        .getPresence(postmortemId)
        .then(present => setPeople(present.people))
        // The next heartbeat brings it.
        .catch(() => {});
    } else if (lastSignal?.event === 'written') {
      onWritten();
    }
  }, [api, postmortemId, lastSignal, onWritten]);

  useInterval(
    () => {
      beat();
      if (people.some(person => person.clientId !== clientId)) {
        onWritten();
      }
    },
    isSignalsAvailable ? BEAT_MS : POLL_MS,
  );
  return people;
}
