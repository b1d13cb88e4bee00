import { expect, it } from 'vitest';
import { parseConfig, settingNames } from '../src/config.ts';

function problemsOf(environment: Record<string, unknown>): string {
  try {
    parseConfig(environment);
  } catch (error) {
    expect(error).toMatchObject({ code: 'invalid_settings' });
    return (error as Error).message;
  }
  throw new Error('the settings were taken');
}

it('needs no setting at all', () => {
  expect(parseConfig({})).toMatchObject({
    PORT: 8787,
    HOST: '127.0.0.1',
    EMBEDDER: 'local',
    ANSWERER: 'quote',
  });
});

it('takes an empty setting as unset, and leaves what is none of its own alone', () => {
  const config = parseConfig({ PORT: '', ADMIN_KEY: '', UNHEARD_OF: 'x' });
  expect(config.PORT).toBe(8787);
  expect(config.ADMIN_KEY).toBeUndefined();
  expect(config).not.toHaveProperty('UNHEARD_OF');
});

it('reads numbers, and keys separated by commas', () => {
  expect(parseConfig({ PORT: '0', API_KEYS: ' one, two,,' })).toMatchObject({
    PORT: 0,
    API_KEYS: ['one', 'two'],
  });
});

it('names every wrong setting at once, what would be right, and no value', () => {
  const message = problemsOf({
    PORT: '99999',
    MAX_BODY_BYTES: 'lots',
    EMBEDDER: 'cloud',
    PUBLIC_URL: 'ftp://reports.example',
    API_KEYS: ',',
    ADMIN_KEY: 'secret',
  });
  expect(message.split('\n').map((line) => line.trim())).toEqual([
    '6 settings are wrong:',
    'PORT: must be a whole number from 0 to 65535',
    'PUBLIC_URL: is not an address; begin it with http:// or https://',
    'EMBEDDER: must be "local" or "openai" or "none"',
    'API_KEYS: is empty; name at least one key or leave it unset',
    'ADMIN_KEY: is shorter than 8 characters; use a longer one',
    'MAX_BODY_BYTES: must be a whole number from 1000 to 10000000',
  ]);
  expect(message).not.toMatch(/99999|lots|cloud|secret/);
});

it('tells of a missing key for the embedding service together with the other problems', () => {
  const message = problemsOf({ EMBEDDER: 'openai', PORT: '-1' });
  expect(message).toContain('2 settings are wrong');
  expect(message).toContain('OPENAI_API_KEY: is needed because EMBEDDER is openai');
});

it('lists the name of every setting that it reads', () => {
  expect(settingNames).toContain('INDEX_DIR');
  expect(new Set(settingNames).size).toBe(settingNames.length);
});
