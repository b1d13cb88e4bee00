/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 up to but not including `end`. */
  whole(end: number): number;
  /** Of mean 0 and deviation 1. */
  normal(): number;
}

/** Marsaglia's xorshift with 32 bits: good enough to mix texts and shake vectors, and quick. */
export function createRandom(seed: number): Random {
  let state = seed | 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return {
    whole: (end) => Math.floor(next() * end),
    // The sum of twelve has variance 1; nothing here needs the tails.
    normal: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6),
  };
}

/** A seed made of a text (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash;
}
