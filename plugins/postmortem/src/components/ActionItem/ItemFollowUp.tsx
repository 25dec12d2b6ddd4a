import type { ActionItem } from 'backstage-plugin-postmortem-common';
import { FailureAlert } from '../shared';
import { ClosingForm } from './ClosingForm';
import type { ItemEditing } from './useItemEditing';

/**
 * What a change of an item still asks for: that somebody tries again, or says
 * what shows its end.
 */
export function ItemFollowUp(props: {
  item: ActionItem;
  editing: Omit<ItemEditing, 'shown'>;
  /** What did not come off, as a sentence. */
  failureTitle: string;
}) {
  const { item, editing, failureTitle } = props;
  const failure = editing.failureOf(item);
  const closing = editing.closingOf(item);
  return (
    <>
      {failure && (
        <FailureAlert
          failure={{
            title: failureTitle,
            error: failure.error,
            retry: () => editing.change(item, failure.changes),
          }}
        />
      )}
      {closing && (
        <ClosingForm
          item={item}
          status={closing}
          onConfirm={note => editing.close(item, closing, note)}
          onCancel={editing.cancelClosing}
        />
      )}
    </>
  );
}
