import { Text } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import type { Change } from 'backstage-plugin-postmortem-common';
import { FactValue } from './FactValue';
import styles from './History.module.css';
import { TextDiff } from './TextDiff';

const fieldOf = ({ steps }: Change) => steps[steps.length - 1];

const KIND_WORDS: Partial<Record<Change['kind'], string>> = {
  added: 'Added',
  removed: 'Removed',
  reordered: 'Put in another order',
};

function Fact({ change }: { change: Change }) {
  const { before, after } = change;
  const field = fieldOf(change);
  return (
    <p className={styles.text}>
      {before !== null && (
        <del>
          <FactValue value={before} field={field} />
        </del>
      )}
      {before !== null && after !== null && (
        <RiArrowRightLine aria-label="became" size={14} />
      )}
      {after !== null && (
        <ins>
          <FactValue value={after} field={field} />
        </ins>
      )}
    </p>
  );
}

function Row({ change }: { change: Change }) {
  const { fields } = change;
  if (!fields) {
    return <Fact change={change} />;
  }
  const written = fields.filter(
    ({ before, after }) => (before ?? after) !== null,
  );
  return (
    <dl className={styles.row}>
      {written.map(field => (
        <div key={field.steps.join('.')} className={styles.rowField}>
          <dt>{field.labels[field.labels.length - 1]}</dt>
          <dd>
            <Fact change={field} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function What({ change }: { change: Change }) {
  const { kind, before, after } = change;
  if (kind === 'reordered') {
    return null;
  }
  if (kind === 'text') {
    return (
      <TextDiff
        before={before as string | null}
        after={after as string | null}
      />
    );
  }
  return kind === 'value' ? <Fact change={change} /> : <Row change={change} />;
}

function placeWithin({ labels, kind }: Change): string {
  return [KIND_WORDS[kind], labels.slice(1).filter(Boolean).join(' › ')]
    .filter(Boolean)
    .join(': ');
}

/** What changed, under the names of the parts in the document's order. */
export function ChangeList({ changes }: { changes: Change[] }) {
  const parts = [...new Set(changes.map(({ labels }) => labels[0]))];
  return (
    <>
      {parts.map(part => (
        <section key={part} className={styles.part} aria-label={part}>
          <Text as="h3" variant="title-x-small" weight="bold">
            {part}
          </Text>
          {changes
            .filter(({ labels }) => labels[0] === part)
            .map(change => (
              <div key={`${change.steps.join('.')} ${change.kind}`}>
                {placeWithin(change) && (
                  <Text as="p" color="secondary" className={styles.place}>
                    {placeWithin(change)}
                  </Text>
                )}
                <What change={change} />
              </div>
            ))}
        </section>
      ))}
    </>
  );
}
