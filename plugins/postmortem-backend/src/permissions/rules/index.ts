import { hasSeverity } from './hasSeverity';
import { hasStatus } from './hasStatus';
import { involvesEntity } from './involvesEntity';
import { isAuthor } from './isAuthor';
import { isParticipant } from './isParticipant';
import { isResponsibleTeam } from './isResponsibleTeam';
import { isRestricted } from './isRestricted';

/** The rules that policies can build conditions for postmortems from. */
export const postmortemRules = {
  hasSeverity,
  hasStatus,
  involvesEntity,
  isAuthor,
  isParticipant,
  isResponsibleTeam,
  isRestricted,
};
