import { Text } from '@backstage/ui';
import { explainCompleteness } from 'backstage-plugin-postmortem-common';
import { useId, useMemo } from 'react';
import { HintSwitch } from '../Hints';
import { PART_SECTIONS, sectionId } from '../PostmortemPage/sections';
import { count } from '../shared';
import styles from './EditPage.module.css';
import { useEditorState } from './EditorContext';
import { sectionOfPoint, useNextStep } from './NextStep';

const PART_TITLES: Partial<Record<string, string>> = Object.fromEntries(
  PART_SECTIONS.flatMap(({ name, title, parts = [] }) => [
    { name, title },
    ...parts,
  ]).map(({ name, title }) => [name, title]),
);

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** How much is written, and what a reader misses without the rest. */
function Completeness() {
  const content = useEditorState(snapshot => snapshot.content);
  const parts = useMemo(() => explainCompleteness(content), [content]);
  const labelId = useId();
  const missing = parts.filter(({ written }) => !written);
  const score = parts
    .filter(({ written }) => written)
    .reduce((sum, { share }) => sum + share, 0);
  return (
    <div>
      <Text id={labelId} variant="body-small">
        {percent(score)} written
      </Text>
      <meter
        className={styles.meter}
        aria-labelledby={labelId}
        min={0}
        max={1}
        value={score}
      />
      {missing.length > 0 && (
        <details>
          <summary>{count(missing.length, 'part')} missing</summary>
          <ul>
            {missing.map(({ part, share, explanation }) => (
              <li key={part}>
                <a href={`#${sectionId(part)}`}>{PART_TITLES[part]}</a> (
                {percent(share)}): {explanation}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Needed() {
  const { purpose, missing } = useNextStep();
  if (purpose === null || missing.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>
        {missing.length} needed {purpose}
      </summary>
      <ul>
        {missing.map(point => (
          <li key={point.path}>
            <a href={`#${sectionOfPoint(point)}`}>{point.message}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How far the document is, and what helps to get on. */
export function Guide() {
  return (
    <div className={styles.guide}>
      <Completeness />
      <Needed />
      <HintSwitch />
    </div>
  );
}
