import { vagueVerb } from './actionTitles';
import { isActionTitle, sentenceRule } from './rule';

/** Action items that begin with a verb which cannot be finished. */
export const vagueAction = sentenceRule(
  {
    id: 'vague-action',
    title: 'A vague verb',
    why: 'Nobody can tell when “look into” or “improve monitoring” is done, so it stays open or is closed without effect.',
  },
  isActionTitle,
  sentence => {
    const vague = vagueVerb(sentence);
    return vague
      ? [
          {
            ...vague,
            message:
              'Nobody can tell when this is done, so it tends to stay open.',
            suggestion:
              'Begin with what will exist or be gone: “Add …”, “Remove …”, “Decide between … and … by …”.',
          },
        ]
      : [];
  },
);
