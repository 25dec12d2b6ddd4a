import { Link, Text } from '@backstage/ui';
import type { Finding } from 'backstage-plugin-postmortem-common/statistics';
import { useId } from 'react';
import styles from './Reports.module.css';

const isTold = ({ verdict }: Finding) =>
  verdict === 'more' || verdict === 'fewer';

/** What the report comes to, in words; each leads to its chart. */
export function Findings(props: { findings: Finding[] }) {
  const { findings } = props;
  const id = useId();
  const told = findings.filter(isTold);
  const counted = findings.filter(finding => !isTold(finding));
  return (
    <section aria-labelledby={id} className={styles.findings}>
      <Text as="h3" id={id} variant="title-x-small" weight="bold">
        Findings
      </Text>
      {told.length > 0 && (
        <FindingList
          label="What a test can tell from chance"
          findings={told}
          isStrong
        />
      )}
      {counted.length > 0 && (
        <FindingList
          label="What was counted, or cannot be told apart"
          findings={counted}
        />
      )}
    </section>
  );
}

function FindingList(props: {
  label: string;
  findings: Finding[];
  isStrong?: boolean;
}) {
  const id = useId();
  return (
    <div>
      <Text as="p" id={id} variant="body-small" color="secondary">
        {props.label}
      </Text>
      <ul
        className={
          props.isStrong
            ? styles.findingList
            : `${styles.findingList} ${styles.many}`
        }
        aria-labelledby={id}
      >
        {props.findings.map(({ chart, text }) => (
          <li key={chart}>
            <Link
              href={`#${chart}`}
              color="primary"
              className={styles.findingLink}
              weight={props.isStrong ? 'bold' : undefined}
              onClick={event => {
                const card = document.getElementById(chart);
                if (card) {
                  event.preventDefault();
                  card.scrollIntoView({ block: 'start' });
                }
              }}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
