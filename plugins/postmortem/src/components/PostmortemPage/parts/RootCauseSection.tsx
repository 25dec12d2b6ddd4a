import type {
  ContributingFactor,
  FactorKind,
} from 'backstage-plugin-postmortem-common';
import { Markdown } from '../../shared';
import { NotWritten } from '../NotWritten';
import {
  PostmortemSection,
  SubSection,
  type PartProps,
} from '../PostmortemSection';
import styles from './parts.module.css';

const FACTOR_KINDS: Record<FactorKind, string> = {
  technical: 'Technical',
  process: 'Process',
  human: 'Human',
};

function Factors({ factors }: { factors: ContributingFactor[] }) {
  return (
    <ul className={styles.rows}>
      {factors.map(({ kind, category, description }, index) => (
        // Factors have no ids, and their order is the document's.
        <li key={index} className={styles.row}>
          <div className={styles.secondary}>
            {[FACTOR_KINDS[kind], category].filter(Boolean).join(' · ')}
          </div>
          <Markdown text={description} />
        </li>
      ))}
    </ul>
  );
}

/** Why it happened. */
export function RootCauseSection(props: PartProps) {
  const { trigger, technical, process, humanFactors, contributingFactors } =
    props.postmortem.rootCause;
  const texts = [
    { title: 'Technical cause', text: technical },
    { title: 'Process', text: process },
    { title: 'Human factors', text: humanFactors },
  ];
  const isMissing = props.postmortem.completeness.missing.includes('rootCause');
  return (
    <PostmortemSection name="rootCause" title="Root-cause analysis">
      {isMissing && <NotWritten {...props} part="rootCause" />}
      {trigger && (
        <SubSection title="Trigger" detail={trigger.category}>
          {trigger.description && <Markdown text={trigger.description} />}
        </SubSection>
      )}
      {texts.map(
        ({ title, text }) =>
          text !== null && (
            <SubSection key={title} title={title}>
              <Markdown text={text} />
            </SubSection>
          ),
      )}
      {contributingFactors.length > 0 && (
        <SubSection
          title="Contributing factors"
          detail={contributingFactors.length}
        >
          <Factors factors={contributingFactors} />
        </SubSection>
      )}
    </PostmortemSection>
  );
}
