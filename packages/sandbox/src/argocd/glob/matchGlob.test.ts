import { matchGlob } from './matchGlob';

describe('matchGlob', () => {
  it.each([
    ['*/application.yaml', 'cart/application.yaml', true],
    ['*/application.yaml', 'teams/cart/application.yaml', true],
    ['*/application.yaml', 'application.yaml', false],
    ['*/application.yaml', 'cart/values.yaml', false],
    ['{application,project}.yaml', 'project.yaml', true],
    ['{application,project}.yaml', 'values.yaml', false],
    ['{*/application.yaml,extra/**}', 'extra/a/b.yaml', true],
    ['**.yaml', 'a/b.yaml', true],
    ['?.yaml', 'a.yaml', true],
    ['?.yaml', 'ab.yaml', false],
    ['[a-c].yaml', 'b.yaml', true],
    ['[!a-c].yaml', 'b.yaml', false],
    ['a.yaml', 'axyaml', false],
    ['\\*.yaml', '*.yaml', true],
    ['\\*.yaml', 'a.yaml', false],
    ['a(b)+|$.yaml', 'a(b)+|$.yaml', true],
    ['{open', '{open', false],
    ['[open', '[open', false],
  ])('%j against %j: %j', (pattern, text, expected) => {
    expect(matchGlob(pattern, text)).toBe(expected);
  });

  it.each([
    ['https://host/acme/*', 'https://host/acme/cart', true],
    ['https://host/acme/*', 'https://host/acme/cart/more', false],
    ['https://host/**', 'https://host/acme/cart', true],
  ])('with separators, %j against %j: %j', (pattern, text, expected) => {
    expect(matchGlob(pattern, text, { separators: '/' })).toBe(expected);
  });

  it('turns a pattern round only where that is asked for', () => {
    expect(matchGlob('!a', 'b', { negation: true })).toBe(true);
    expect(matchGlob('!a', 'a', { negation: true })).toBe(false);
    expect(matchGlob('!a', '!a')).toBe(true);
  });
});
