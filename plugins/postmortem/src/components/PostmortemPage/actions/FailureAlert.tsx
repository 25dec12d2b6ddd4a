import { Alert, Button, Link } from '@backstage/ui';
import {
  missingPointsOf,
  type MissingPoint,
} from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../../links';
import { explainError } from '../../shared';
import { sectionId } from '../sections';
import styles from './actions.module.css';
import type { FailedAction } from './useAction';

/** Where the editor has what is no part of its own. */
const EDITOR_PLACES: Record<string, string> = {
  title: 'about',
  severity: 'about',
  incident: 'times',
};

function Point({
  point,
  postmortemKey,
}: {
  point: MissingPoint;
  postmortemKey: string;
}) {
  const links = usePostmortemLinks();
  const [part] = point.path.split('.');
  // Action items are finished on this page; all else is written in the editor.
  if (part === 'actionItems') {
    return (
      <a className={styles.link} href={`#${sectionId('actionItems')}`}>
        {point.message}
      </a>
    );
  }
  if (part === 'status') {
    return <>{point.message}</>;
  }
  return (
    <Link href={`${links.edit(postmortemKey)}#${EDITOR_PLACES[part] ?? part}`}>
      {point.message}
    </Link>
  );
}

/** Says what did not come off, what is missing for it, and the way there. */
export function FailureAlert(props: {
  failure: FailedAction;
  postmortemKey: string;
}) {
  const { failure, postmortemKey } = props;
  const missing = missingPointsOf(failure.error);
  return (
    <Alert
      status={missing.length > 0 ? 'warning' : 'danger'}
      icon
      role="alert"
      title={
        missing.length > 0
          ? `${failure.title}: something is missing`
          : failure.title
      }
      description={
        missing.length > 0 ? (
          <ul className={styles.points}>
            {missing.map(point => (
              <li key={`${point.path} ${point.message}`}>
                <Point point={point} postmortemKey={postmortemKey} />
              </li>
            ))}
          </ul>
        ) : (
          explainError(failure.error)
        )
      }
      customActions={
        <Button size="small" variant="secondary" onPress={failure.retry}>
          Retry
        </Button>
      }
    />
  );
}
