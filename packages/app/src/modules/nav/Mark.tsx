import SvgIcon, { type SvgIconProps } from '@material-ui/core/SvgIcon';

/** The company's mark: a pulse that goes wrong and comes back. */
export function Mark(props: SvgIconProps) {
  return (
    <SvgIcon viewBox="0 0 32 32" {...props}>
      <path
        d="M3 18h7l3-9 5 15 4-9.5 2 3.5h5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </SvgIcon>
  );
}
