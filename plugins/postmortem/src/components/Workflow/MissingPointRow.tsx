import { Button, Link, TextAreaField } from '@backstage/ui';
import type {
  MissingPoint,
  Postmortem,
} from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../links';
import { placeOfPoint } from './pointPlace';
import styles from './Workflow.module.css';

function Message(props: {
  point: MissingPoint;
  postmortem: Postmortem;
  onLeave: () => void;
}) {
  const { point, postmortem, onLeave } = props;
  const links = usePostmortemLinks();
  const place = placeOfPoint(point.path, postmortem);
  if (!place) {
    return <>{point.message}</>;
  }
  const href =
    place.page === 'reading'
      ? `#${place.elementId}`
      : `${links.edit(postmortem.key)}#${place.part}`;
  return (
    <Link href={href} onClick={onLeave}>
      {point.message}
    </Link>
  );
}

/** One thing that is missing, the way there, and how to go without it. */
export function MissingPointRow(props: {
  point: MissingPoint;
  postmortem: Postmortem;
  /** Whether the reader may let it go without. */
  canWaive: boolean;
  /** Why it goes without the point; undefined as long as it does not. */
  reason: string | undefined;
  onReason: (reason: string | undefined) => void;
  /** The reader follows the link. */
  onLeave: () => void;
}) {
  const { point, canWaive, reason, onReason } = props;
  const isWaived = reason !== undefined;
  return (
    <li className={styles.point}>
      <div className={styles.pointHead}>
        <span>
          <Message {...props} />
        </span>
        {canWaive && point.waivable && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`${isWaived ? 'Do not waive' : 'Waive'}: ${
              point.message
            }`}
            onPress={() => onReason(isWaived ? undefined : '')}
          >
            {isWaived ? 'Do not waive' : 'Waive'}
          </Button>
        )}
      </div>
      {isWaived && (
        <TextAreaField
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          isRequired
          label="Why it can go without"
          description="The reason stays in the postmortem."
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={onReason}
        />
      )}
    </li>
  );
}
