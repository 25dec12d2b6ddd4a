import { mentionsOf } from './mentions';

describe('mentionsOf', () => {
  it.each([
    ['Ask @[Ana Ruiz](user:default/ana).', ['user:default/ana']],
    ['@[Ana](user:default/ana) knows', ['user:default/ana']],
    ['Ask @user:default/ana.', ['user:default/ana']],
    [
      '@Group:Payments and @user:ana',
      ['group:default/payments', 'user:default/ana'],
    ],
    ['@user:default/ana, @[Ana](user:default/ana)', ['user:default/ana']],
    ['**@group:default/payments**', ['group:default/payments']],
  ])('finds those in %j', (text, refs) => {
    expect(mentionsOf(text)).toEqual(refs);
  });

  it.each([
    '`@user:default/ana`',
    '```\n@[Ana](user:default/ana)\n```',
    '[Ana](user:default/ana)',
    '@[Ana](https://example.com)',
    'ana@user:default',
    '@component:default/checkout',
    '@ana',
  ])('finds none in %j', text => {
    expect(mentionsOf(text)).toEqual([]);
  });
});
