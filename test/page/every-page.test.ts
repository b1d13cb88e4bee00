import { describe, expect, test } from 'vitest';
import { assetPaths } from '../../src/page/assets.ts';
import { script } from '../../src/page/script.ts';
import { openPages } from './open-page.ts';
import { byId, byTag, findAll, textOf } from './parse-html.ts';

const paths = [
  '/',
  '/answers/kept1',
  '/answers/refused1',
  '/answers/clarify1',
  '/answers/none',
  '/reports/alder-2013',
  '/search?q=x',
  '/docs',
];

describe.each(paths)('%s', (path) => {
  test('sends a policy that allows no inline script or style and no other host', async () => {
    const policy = (await openPages().open(path)).headers.get('content-security-policy') ?? '';
    const rules = Object.fromEntries(policy.split('; ').map((rule) => rule.split(/ (.*)/).slice(0, 2)));
    expect(rules).toEqual({
      'default-src': "'none'",
      'style-src': "'self'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'img-src': "'self' data:",
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
  });

  test('needs nothing that the policy forbids', async () => {
    const { page } = await openPages().open(path);
    expect(byTag(page, 'style')).toEqual([]);
    expect(findAll(page, ({ attributes }) => 'style' in attributes)).toEqual([]);
    const loaded = findAll(page, ({ tag }) => tag === 'script' || tag === 'link' || tag === 'img');
    for (const { attributes } of loaded) expect(attributes.src ?? attributes.href).toMatch(/^\/assets\//);
  });

  test('has a language, a title, one main part, a first-level heading, a way past the header, and no id twice', async () => {
    const { page } = await openPages().open(path);
    expect(byTag(page, 'html')[0]?.attributes.lang).toBe('en-GB');
    expect(byTag(page, 'title').map(textOf)).toEqual([expect.stringMatching(/^.{4,} – Pincite$/)]);
    expect(byTag(page, 'h1')).toHaveLength(1);
    expect(byId(page, 'main').tag).toBe('main');
    const ids = findAll(page, ({ attributes }) => 'id' in attributes).map(({ attributes }) => attributes.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('assets', () => {
  test.each([
    [assetPaths.style, 'text/css'],
    [assetPaths.script, 'text/javascript'],
    [assetPaths.icon, 'image/svg+xml'],
  ])('%s may be kept for ever', async (path, type) => {
    const response = await openPages().pages.request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  test('an old name is not found', async () => {
    expect((await openPages().pages.request('/assets/pincite.00000000.js')).status).toBe(404);
  });

  test('the script can be parsed', () => {
    expect(() => new Function(script)).not.toThrow();
  });
});
