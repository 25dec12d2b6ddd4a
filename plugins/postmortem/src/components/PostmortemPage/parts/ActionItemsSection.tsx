import {
  actionItemTermSchema,
  type ActionItem,
} from 'backstage-plugin-postmortem-common';
import { FailureAlert } from '../../shared';
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
                        canEdit ? status => change(item, status) : undefined
                      }
                      problem={
                        failure && (
                          <FailureAlert
                            failure={{
                              title: `“${
                                ITEM_STATUS_NAMES[failure.status]
                              }” was not saved`,
                              error: failure.error,
                              retry: () => change(item, failure.status),
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
    </PostmortemSection>
  );
}
