import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Avatar, VisuallyHidden } from '@backstage/ui';
import type { DocumentPart } from 'backstage-plugin-postmortem-common';
import styles from './People.module.css';
import { usePeopleAt, usePresentPeople, type Other } from './PresenceContext';

function Person(props: { person: Other; doing: string }) {
  const { person, doing } = props;
  const { primaryTitle } = useEntityPresentation(person.userRef);
  const who = person.isSelf ? 'You, in another window' : primaryTitle;
  const text = person.isSelf ? who : `${who} ${doing}`;
  return (
    <li title={text}>
      <Avatar src="" name={primaryTitle} size="x-small" purpose="decoration" />
      <VisuallyHidden>{text}</VisuallyHidden>
    </li>
  );
}

/** Those who have the document open beside this window. */
export function PresentPeople() {
  const people = usePresentPeople();
  return (
    <ul
      className={styles.people}
      aria-label="Also here"
      aria-live="polite"
      aria-relevant="additions"
    >
      {people.map(person => (
        <Person key={person.userRef} person={person} doing="is here too" />
      ))}
    </ul>
  );
}

/** Those who are at a part of the document. */
export function PeopleAtPart({ part }: { part: DocumentPart }) {
  const people = usePeopleAt(part);
  if (people.length === 0) {
    return null;
  }
  return (
    <ul className={styles.people} aria-label="At this part">
      {people.map(person => (
        <Person key={person.userRef} person={person} doing="is at this part" />
      ))}
    </ul>
  );
}
