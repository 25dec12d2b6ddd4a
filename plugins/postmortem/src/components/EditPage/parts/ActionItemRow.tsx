import { Button } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { useId, useState } from 'react';
import { EntityPicker } from '../../EntityPicker';
import { ITEM_STATUS_NAMES } from '../../ActionItem';
import { FieldHints } from '../../Hints';
import { TimeField } from '../../TimeField';
import styles from '../EditPage.module.css';
import { useEditorState, useErrorAt } from '../EditorContext';
import { ChoiceField } from '../fields';
import { RowField, type Rows } from '../rows';
import rowStyles from '../rows/RowList.module.css';
import type { RowsByPath } from '../rows/useRows';
import { ActionItemDetails } from './ActionItemDetails';

export interface ActionItemRowProps {
  item: RowsByPath['actionItems'];
  index: number;
  change: Rows<RowsByPath['actionItems']>['change'];
}

/** An action item: what, who, until when; the rest unfolds. */
export function ActionItemRow({ item, index, change }: ActionItemRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const detailsId = useId();
  const path = `actionItems.${index}`;
  const dueIssue = useErrorAt(`${path}.dueAt`);
  const hasIssueWithin = useEditorState(({ issues }) =>
    issues.some(issue => issue.path.startsWith(`${path}.`)),
  );
  return (
    <>
      <RowField
        path={`${path}.title`}
        label="Action item"
        isLabelHidden
        value={item.title}
        onChange={title => change(index, { title })}
      />
      <div className={`${rowStyles.inline} ${rowStyles.below}`}>
        <div className={rowStyles.medium}>
          <EntityPicker
            label={`Owner of ${item.title}`}
            isLabelHidden
            placeholder="Owner"
            kinds={['user', 'group']}
            value={item.ownerRef}
            onChange={ownerRef => change(index, { ownerRef })}
          />
        </div>
        <div className={rowStyles.short}>
          <TimeField
            label={`Due day of ${item.title}`}
            placeholder="Due"
            isLabelHidden
            granularity="day"
            value={item.dueAt}
            onChange={dueAt => change(index, { dueAt })}
            errorMessage={dueIssue}
          />
        </div>
        <div className={rowStyles.short}>
          <ChoiceField
            label={`Status of ${item.title}`}
            isLabelHidden
            names={ITEM_STATUS_NAMES}
            value={item.status}
            onChange={status => status && change(index, { status })}
          />
        </div>
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isOpen}
          aria-controls={detailsId}
          aria-label={`Details of ${item.title}`}
          iconEnd={
            isOpen ? (
              <RiArrowUpSLine aria-hidden />
            ) : (
              <RiArrowDownSLine aria-hidden />
            )
          }
          onPress={() => setIsOpen(!isOpen)}
        >
          Details
        </Button>
      </div>
      <FieldHints path={path} isWithin />
      <div id={detailsId}>
        {(isOpen || hasIssueWithin) && (
          <div className={styles.unfolded}>
            <ActionItemDetails item={item} index={index} change={change} />
          </div>
        )}
      </div>
    </>
  );
}
