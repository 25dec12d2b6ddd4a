import type {
  DocumentPart,
  PresentPerson,
} from 'backstage-plugin-postmortem-common';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import useLatest from 'react-use/esm/useLatest';
import { usePartInFocus } from './usePartInFocus';
import { usePresence } from './usePresence';

/** Somebody else, or the same person in another window. */
export interface Other extends PresentPerson {
  /** Whether it is the one who looks, in another window. */
  isSelf: boolean;
}

const PresenceContext = createContext<readonly Other[]>([]);

/** Those beside this window, each person and part once. */
function othersOf(people: PresentPerson[], clientId: string): Other[] {
  const self = people.find(person => person.clientId === clientId)?.userRef;
  const seen = new Map<string, Other>();
  for (const person of people) {
    if (person.clientId !== clientId) {
      const { userRef, part } = person;
      seen.set(`${userRef} ${part}`, { ...person, isSelf: userRef === self });
    }
  }
  return [...seen.values()];
}

/** Tells what is below it who else has the document open. */
export function PresenceProvider(props: {
  postmortemId: string;
  clientId: string;
  /** Somebody else may have written. */
  onWritten: () => void;
  children: ReactNode;
}) {
  const { postmortemId, clientId, onWritten, children } = props;
  const latest = useLatest(onWritten);
  const part = usePartInFocus();
  const people = usePresence({
    postmortemId,
    clientId,
    part,
    onWritten: useMemo(() => () => latest.current(), [latest]),
  });
  const others = useMemo(() => othersOf(people, clientId), [people, clientId]);
  return (
    <PresenceContext.Provider value={others}>
      {children}
    </PresenceContext.Provider>
  );
}

/** Who else has the document open, each person once. */
export function usePresentPeople(): Other[] {
  const others = useContext(PresenceContext);
  return useMemo(
    () => [
      ...new Map(others.map(other => [other.userRef, other] as const)).values(),
    ],
    [others],
  );
}

/** Who else is at a part of the document. */
export function usePeopleAt(part: DocumentPart | undefined): Other[] {
  const others = useContext(PresenceContext);
  return useMemo(
    () => others.filter(other => other.part === part),
    [others, part],
  );
}
