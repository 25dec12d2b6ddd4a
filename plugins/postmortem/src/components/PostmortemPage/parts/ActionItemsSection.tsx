import {
  actionItemTermSchema,
  type ActionItem,
  isFinished,
} from 'backstage-plugin-postmortem-common';
import { NotWritten } from '../NotWritten';
import {
  PostmortemSection,
  SubSection,
  type PartProps,
} from '../PostmortemSection';
import {
  ITEM_STATUS_NAMES,
  ItemFollowUp,
  TERM_NAMES,
  useItemEditing,
} from '../../ActionItem';
import { ActionItemRow } from './ActionItemRow';
import styles from './parts.module.css';

/** What is to change, and how far that is now. */
export function ActionItemsSection(
  props: PartProps & { onItemSaved: (item: ActionItem) => void },
) {
  const { postmortem, canEdit, onItemSaved } = props;
  const editing = useItemEditing<ActionItem>(onItemSaved);
  const items = postmortem.actionItems.map(editing.shown);
  return (
    <PostmortemSection
      name="actionItems"
      title="Action items"
      detail={
        items.length > 0 &&
        `${items.filter(({ status }) => isFinished(status)).length} of ${
          items.length
        } finished`
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
                {ofTerm.map(item => (
                  <ActionItemRow
                    key={item.id}
                    item={item}
                    onChange={
                      canEdit
                        ? status => editing.setStatus(item, status)
                        : undefined
                    }
                    problem={
                      <ItemFollowUp
                        item={item}
                        editing={editing}
                        failureTitle={`“${
                          ITEM_STATUS_NAMES[
                            editing.failureOf(item)?.changes.status ??
                              item.status
                          ]
                        }” was not saved`}
                      />
                    }
                  />
                ))}
              </ul>
            </SubSection>
          )
        );
      })}
    </PostmortemSection>
  );
}
