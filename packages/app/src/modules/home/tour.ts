/** The first things to look at, in this order. */
export const TOUR = [
  {
    title: 'A component',
    href: '/catalog/default/component/checkout/postmortems',
    description:
      'The checkout: what to know before touching it. Its incidents, lessons and open action items.',
  },
  {
    title: 'What many depend on',
    href: '/catalog/default/resource/commerce-db/postmortems',
    description:
      'The shared database, which caused some incidents and suffered from others.',
  },
  {
    title: 'A team',
    href: '/catalog/default/group/payments/postmortems',
    description:
      'What Payments owes after its incidents, what is late, and what it learned.',
  },
  {
    title: 'All postmortems',
    href: '/postmortems',
    description:
      'Eighteen months, to be searched and filtered. One is restricted: Bea Kowalska sees it, the others do not.',
  },
  {
    title: 'Search',
    href: '/search?query=certificate',
    description:
      'Look for “certificate”: an outage that came back a year later, in another place.',
  },
  {
    title: 'Import',
    href: '/postmortems/import',
    description:
      'Drop markdown postmortems that a team already has, and see what is understood of them.',
  },
];
