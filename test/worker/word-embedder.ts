import type { Embedder } from '../../src/index/embedder.ts';

const dimensions = 64;

/** An embedder without a model: a text is the sum of its words, each a direction of its own. */
export const wordEmbedder: Embedder = {
  model: { name: 'words', sha256: 'words-64', dimensions },
  embedQuestion: async (text) => embed(text),
  embedPassages: async (texts) => texts.map(embed),
  async close() {},
};

function embed(text: string): Float32Array {
  const vector = new Float32Array(dimensions);
  // Real models find any two texts fairly alike; a direction that all texts share does the same.
  vector[0] = 2 * Math.sqrt(text.length / 6);
  for (const word of text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? ['nothing']) {
    let hash = 2_166_136_261;
    for (const character of word) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
    const place = 1 + ((hash >>> 0) % (dimensions - 1));
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
