import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import { useState } from 'react';
import { nameOf, titleOf } from './importItems';
import styles from './ImportPage.module.css';
import type { ImportRowProps } from './ImportRow';
import { describePreview } from './inWords';
import { TargetPickers } from './TargetPickers';
import { Understood } from './Understood';

/** What was understood of a document, in a line; all of it on request. */
export function RowDetails({ item, importer }: ImportRowProps) {
  // What is closed is not rendered: two hundred documents are long.
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Accordion isExpanded={isOpen} onExpandedChange={setIsOpen}>
      <AccordionTrigger>
        <span className={styles.rowTitle}>
          <Text weight="bold" as="span">
            {titleOf(item)}
          </Text>
          <Text variant="body-small" color="secondary" as="span">
            {nameOf(item)} · {describePreview(item)}
          </Text>
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        {isOpen && item.preview && (
          <>
            <Understood preview={item.preview} />
            <div className={styles.target}>
              <TargetPickers
                target={item}
                onChange={change => importer.choose(item.id, change)}
                entity={{
                  label: 'Entity of this document',
                  description: 'Instead of the one chosen for all.',
                }}
                team={{
                  label: 'Team of this document',
                  description: 'Instead of the one chosen for all.',
                }}
              />
            </div>
          </>
        )}
      </AccordionPanel>
    </Accordion>
  );
}
