import { Button, Skeleton } from '@backstage/ui';
import { EmptyState, LoadError, statusOf, type UrlQuery } from '../shared';
import styles from './FilteredList.module.css';

/** A list that could not be loaded; a refused cursor begins it again. */
export function ListError(props: {
  /** What could not be loaded, as a sentence's subject: "The postmortems". */
  what: string;
  error: Error;
  list: UrlQuery<{ limit: number; cursor: string | undefined }>;
  onRetry: () => void;
}) {
  const { what, error, list, onRetry } = props;
  // A cursor does not hold for another query, or when somebody edited it.
  const isCursorRefused = list.query.cursor && statusOf(error) === 400;
  return (
    <LoadError
      what={what}
      error={error}
      onRetry={isCursorRefused ? () => list.change({}) : onRetry}
    />
  );
}

/** Nothing that the filters let through. */
export function NoMatch(props: { title: string; onClear: () => void }) {
  return (
    <EmptyState
      title={props.title}
      description="Take out a filter, or search for fewer words."
      action={
        <Button variant="secondary" onPress={props.onClear}>
          Clear filters
        </Button>
      }
    />
  );
}

/** The shape of a list that is on its way. */
export function ListSkeleton(props: {
  rows: number;
  /** In pixels. */
  height: number;
}) {
  return (
    <div className={styles.skeleton} aria-busy>
      {Array.from({ length: props.rows }, (_, row) => (
        <Skeleton key={row} width="100%" height={props.height} />
      ))}
    </div>
  );
}
