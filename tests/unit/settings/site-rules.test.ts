import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../lib/settings/default-settings.ts';
import { settingsSchema } from '../../../lib/settings/schema.ts';
import { newsRule, offBy, siteOf, withRule } from '../../../lib/settings/site-rules.ts';

const page = 'https://paper.example/story';

describe('site rules', () => {
  it.each([
    ['https://www.paper.example/x?y=1', 'paper.example'],
    ['http://paper.example:8080/', 'paper.example'],
    ['about:blank', null],
    ['javascript:alert(1)', null],
    ['https://', null],
  ])('take %s for the site %s', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });

  it('let the widest level that is off decide', () => {
    const siteOff = withRule(defaultSettings, 'sites', 'paper.example', { on: false });
    expect(offBy(defaultSettings, 'paper.example', page)).toBeNull();
    expect(offBy(siteOff, 'paper.example', page)).toBe('site');
    expect(offBy({ ...siteOff, everywhere: false }, 'paper.example', page)).toBe('everywhere');
    expect(offBy(withRule(defaultSettings, 'pages', page, { on: false }), 'paper.example', page)).toBe('page');
  });

  it('drop a rule that says nothing any more', () => {
    const off = withRule(defaultSettings, 'sites', 'paper.example', { on: false });
    expect(withRule(off, 'sites', 'paper.example', { on: true }).sites).toEqual({});
  });

  it('keep one half of a rule when the other changes', () => {
    const both = withRule(withRule(defaultSettings, 'sites', 'a', { on: false }), 'sites', 'a', { news: 'always' });
    expect(both.sites).toEqual({ a: { on: false, news: 'always' } });
    expect(newsRule(both, 'a', page)).toBe('always');
  });

  it('put the page before its site', () => {
    const rules = withRule(withRule(defaultSettings, 'sites', 'a', { news: 'never' }), 'pages', page, { news: 'always' });
    expect(newsRule(rules, 'a', page)).toBe('always');
  });

  it('do not take what every object inherits for a rule', () => {
    expect(offBy(defaultSettings, 'constructor', '__proto__')).toBeNull();
    expect(newsRule(defaultSettings, 'constructor', '__proto__')).toBeNull();
  });

  it('start from settings that are valid', () => {
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
  });
});
