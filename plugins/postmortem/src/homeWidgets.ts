/** What the two front-end systems say of a widget for the home page. */
interface WidgetOptions {
  title: string;
  description: string;
  layout: { width: { minColumns: number }; height: { minRows: number } };
}

const layout = { width: { minColumns: 3 }, height: { minRows: 3 } };

export const MY_ACTION_ITEMS: WidgetOptions = {
  title: 'My action items',
  description: 'What you promised in postmortems and have not done yet',
  layout,
};

export const PAST_INCIDENTS: WidgetOptions = {
  title: 'This week in past incidents',
  description: 'The incidents that began in this week of an earlier year',
  layout,
};

export const RECENT_LESSONS: WidgetOptions = {
  title: 'Recent lessons',
  description: 'What the latest published postmortems taught',
  layout,
};
