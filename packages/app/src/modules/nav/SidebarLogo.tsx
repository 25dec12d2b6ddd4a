import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Mark } from './Mark';

const useStyles = makeStyles({
  root: {
    height: 2.5 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    color: '#9be3d5',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  mark: {
    width: sidebarConfig.drawerWidthClosed,
    flex: 'none',
    fontSize: 32,
  },
  name: {
    fontSize: 20,
    fontWeight: 700,
    letterSpacing: '-0.02em',
    color: '#ffffff',
  },
});

/** The company's mark, with its name where there is room. */
export function SidebarLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const organization = useApi(configApiRef).getString('organization.name');

  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label={`${organization}, home`}
      >
        <Mark className={classes.mark} />
        {isOpen && <span className={classes.name}>{organization}</span>}
      </Link>
    </div>
  );
}
