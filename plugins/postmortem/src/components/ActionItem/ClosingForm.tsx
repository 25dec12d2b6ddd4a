import type {
  ActionItem,
  FinishedStatus,
} from 'backstage-plugin-postmortem-common';
import { ReasonForm } from '../shared';

const ASKED: Record<
  FinishedStatus,
  {
    label: (title: string) => string;
    description: string;
    missing: string;
    confirm: string;
  }
> = {
  done: {
    label: title => `What shows that “${title}” is done`,
    description: 'A link, or a sentence: a dashboard, a change, a test.',
    missing: 'Say what shows it, or paste a link.',
    confirm: 'Mark as done',
  },
  wont_do: {
    label: title => `Why “${title}” will not be done`,
    description: 'Whoever meets the same problem will want to know.',
    missing: 'Give a reason.',
    confirm: 'Won’t do',
  },
};

/** Asks for the evidence of what is done, or for the reason why it is not. */
export function ClosingForm(props: {
  item: ActionItem;
  status: FinishedStatus;
  onConfirm: (note: string) => void;
  onCancel: () => void;
}) {
  const { item, status, onConfirm, onCancel } = props;
  const { label, ...asked } = ASKED[status];
  return (
    <ReasonForm
      {...asked}
      name={asked.confirm}
      label={label(item.title)}
      onConfirm={onConfirm}
      onCancel={onCancel}
    />
  );
}
