import { Select } from '@backstage/ui';
import type { Revision } from 'backstage-plugin-postmortem-common';
import { useNavigate } from '../../routing';
import { formatMoment } from '../shared/time';
import { comparisonAddress, type VersionPair } from './addresses';
import styles from './History.module.css';

/** Chooses the two versions to compare; the choice is in the address. */
export function VersionChoice(props: {
  address: string;
  revisions: Revision[];
  versions: VersionPair;
}) {
  const { address, revisions, versions } = props;
  const navigate = useNavigate();
  const options = revisions.map(({ version, changedAt }) => ({
    value: String(version),
    label: `Version ${version}, ${formatMoment(changedAt)}`,
  }));
  const choose = (side: keyof VersionPair) => (key: unknown) =>
    navigate(comparisonAddress(address, { ...versions, [side]: Number(key) }), {
      replace: true,
    });
  return (
    <div className={styles.choice}>
      <Select
        label="Compare"
        options={options}
        value={String(versions.from)}
        onChange={choose('from')}
      />
      <Select
        label="with"
        options={options}
        value={String(versions.to)}
        onChange={choose('to')}
      />
    </div>
  );
}
