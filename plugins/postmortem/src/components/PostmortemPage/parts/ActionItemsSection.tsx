import {
  actionItemTermSchema,
  type ActionItem,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { FailureAlert } from '../../shared';
import { NotWritten } from '../NotWritten';
import {
  PostmortemSection,
  SubSection,
  type PartProps,
} from '../PostmortemSection';
import {
  ClosingForm,
  ITEM_STATUS_NAMES,
  TERM_NAMES,
  useItemChanges,
} from '../../ActionItem';
import { ActionItemRow } from './ActionItemRow';
import styles from './parts.module.css';

const isDone = ({ status }: ActionItem) =>
  status === 'done' || status === 'wont_do';

/** What is to change, and how far that is now. */
export function ActionItemsSection(
  props: PartProps & { onItemSaved: (item: ActionItem) => void },
) {
  const { postmortem, canEdit, onItemSaved } = props;
  const { shown, failureOf, change } = useItemChanges(onItemSaved);
  // What comes to an end is asked for its evidence, or its reason, first.
  const [closing, setClosing] = useState<{
    id: string;
    status: 'done' | 'wont_do';
  }>();
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
                              status === 'done' || status === 'wont_do'
                                ? setClosing({ id: item.id, status })
                                : change(item, { status })
                          : undefined
                      }
                      problem={
                        <>
                          {failure && (
                            <FailureAlert
                              failure={{
                                title: `“${
                                  ITEM_STATUS_NAMES[
                                    failure.changes.status ?? item.status
                                  ]
                                }” was not saved`,
                                error: failure.error,
                                retry: () => change(item, failure.changes),
                              }}
                            />
                          )}
                          {closing?.id === item.id && (
                            <ClosingForm
                              items={[item]}
                              status={closing.status}
                              onConfirm={note => {
                                setClosing(undefined);
                                change(item, {
                                  status: closing.status,
                                  resolutionNote: note,
                                });
                              }}
                              onCancel={() => setClosing(undefined)}
                            />
                          )}
                        </>
                      }
                    />
                  );
                })}
              </ul>
            </SubSection>
          )
        );
      })}
    </PostmortemSection>
  );
}
