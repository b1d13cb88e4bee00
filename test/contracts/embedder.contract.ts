import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedder } from '../../src/index/embedder.ts';

/** The suite that every adapter of the port `Embedder` passes. */
export function embedderContract(adapter: { name: string; open(): Promise<Embedder> }): void {
  describe(`${adapter.name} as an embedder`, () => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await adapter.open();
    });
    afterAll(() => embedder.close());

    test('names its model', () => {
      expect(embedder.model.name).not.toBe('');
      expect(embedder.model.sha256).not.toBe('');
      expect(embedder.model.dimensions).toBeGreaterThan(0);
    });

    test('gives vectors of unit length and of the dimensions that it names', async () => {
      const vectors = [
        await embedder.embedQuestion('How many homes were inspected?'),
        ...(await embedder.embedPassages(['Twelve homes were inspected.', 'The board met twice.'])),
      ];
      expect(vectors).toHaveLength(3);
      for (const vector of vectors) {
        expect(vector).toHaveLength(embedder.model.dimensions);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      }
    });

    test('gives the same vector for the same text, alone or among others, in order', async () => {
      const texts = Array.from(
        { length: 40 },
        (_, place) => `Visit ${place} found ${'good '.repeat(place)}work.`,
      );
      const together = await embedder.embedPassages(texts);
      for (const place of [0, 17, 39]) {
        const [alone] = await embedder.embedPassages([texts[place] as string]);
        expect(together[place]).toEqual(alone);
      }
    });

    test('counts up to the number of texts', async () => {
      const seen: number[] = [];
      const texts = Array.from({ length: 110 }, (_, place) => `Text ${place}.`);
      await embedder.embedPassages(texts, { onProgress: (done) => seen.push(done) });
      expect(seen.at(-1)).toBe(110);
      expect(seen.length).toBeGreaterThan(1);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    });

    test('gives nothing for nothing', async () => {
      expect(await embedder.embedPassages([])).toEqual([]);
    });

    test('takes empty, very long and strange texts', async () => {
      const strange = [
        '',
        ' ',
        'word '.repeat(10_000),
        'x'.repeat(50_000),
        '\u0000\u200b\ud800',
        '議事録 🏛️ [SEP]',
      ];
      const vectors = await embedder.embedPassages(strange);
      for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    });

    test('does not begin on a signal that was given before', async () => {
      const signal = AbortSignal.abort();
      await expect(embedder.embedPassages(['a'], { signal })).rejects.toMatchObject({ code: 'interrupted' });
      await expect(embedder.embedQuestion('a', { signal })).rejects.toMatchObject({ code: 'interrupted' });
    });
  });
}
