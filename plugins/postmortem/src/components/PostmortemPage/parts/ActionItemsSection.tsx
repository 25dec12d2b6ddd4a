import {
  actionItemTermSchema,
  type ActionItem,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { FailureAlert, ReasonDialog } from '../../shared';
import { NotWritten } from '../NotWritten';
import {
  PostmortemSection,
  SubSection,
  type PartProps,
} from '../PostmortemSection';
import { ITEM_STATUS_NAMES, TERM_NAMES } from './actionItemNames';
import { ActionItemRow } from './ActionItemRow';
import styles from './parts.module.css';
import { useActionItemStatus } from './useActionItemStatus';

const isDone = ({ status }: ActionItem) =>
  status === 'done' || status === 'wont_do';

/** What is to change, and how far that is now. */
export function ActionItemsSection(
  props: PartProps & { onItemSaved: (item: ActionItem) => void },
) {
  const { postmortem, canEdit, onItemSaved } = props;
  const { shown, failureOf, change } = useActionItemStatus(onItemSaved);
  // What will not be done is given up for a reason, which is asked for first.
  const [givenUp, setGivenUp] = useState<ActionItem>();
  const items = postmortem.actionItems.map(shown);
  return (
    <PostmortemSection
      name="actionItems"
      title="Action items"
      detail={
        items.length > 0 &&
        `${items.filter(isDone).length} of ${items.length} finished`
      }
    >
      {items.length === 0 && (
        <NotWritten
          postmortem={postmortem}
          canEdit={canEdit}
          part="actionItems"
        />
      )}
      {actionItemTermSchema.options.map(term => {
        const ofTerm = items.filter(item => item.term === term);
        return (
          ofTerm.length > 0 && (
            <SubSection key={term} title={TERM_NAMES[term]}>
              <ul className={styles.rows}>
                {ofTerm.map(item => {
                  const failure = failureOf(item);
                  return (
                    <ActionItemRow
                      key={item.id}
                      item={item}
                      onChange={
                        canEdit
                          ? status =>
                              status === 'wont_do'
                                ? setGivenUp(item)
                                : change(item, status)
                          : undefined
                      }
                      problem={
                        failure && (
                          <FailureAlert
                            failure={{
                              title: `“${
                                ITEM_STATUS_NAMES[failure.status]
                              }” was not saved`,
                              error: failure.error,
                              retry: () =>
                                change(item, failure.status, failure.note),
                            }}
                          />
                        )
                      }
                    />
                  );
                })}
              </ul>
            </SubSection>
          )
        );
      })}
      {givenUp && (
        <ReasonDialog
          title="This will not be done"
          label={`Why “${givenUp.title}” will not be done`}
          confirm="Won’t do"
          isRunning={false}
          onConfirm={reason => {
            change(givenUp, 'wont_do', reason);
            setGivenUp(undefined);
          }}
          onClose={() => setGivenUp(undefined)}
        />
      )}
    </PostmortemSection>
  );
}
