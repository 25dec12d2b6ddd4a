/** The first things to look at, in this order. */
export const TOUR = [
  {
    title: 'A component',
    href: '/catalog/default/component/checkout/postmortems',
    description:
      'What to know before touching it: its incidents, lessons and open action items.',
  },
  {
    title: 'A team',
    href: '/catalog/default/group/payments/postmortems',
    description:
      'What the team owes after its incidents, and what it learned from them.',
  },
  {
    title: 'All postmortems',
    href: '/postmortems',
    description: 'Everything that happened, to be searched and filtered.',
  },
  {
    title: 'Import',
    href: '/postmortems/import',
    description:
      'Drop markdown postmortems that a team already has, and see what is understood of them.',
  },
];
