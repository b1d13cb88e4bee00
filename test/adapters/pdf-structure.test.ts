import { expect, it } from 'vitest';
import { readStructure } from '../../src/adapters/pdf-structure.ts';

const words = (id: string) => ({ type: 'content', id });

it('words that a file tags as no paragraph, as printed web pages do, are in no block together', () => {
  const tree = {
    role: 'Root',
    children: [
      { role: 'NonStruct', children: [words('a')] },
      { role: 'NonStruct', children: [words('b')] },
      { role: 'P', children: [words('c'), words('d')] },
    ],
  };
  const tags = readStructure(tree, 1, new Set(['a', 'b', 'c', 'd']));
  const blocks = ['a', 'b', 'c', 'd'].map((id) => tags.get(id)?.block);
  expect(blocks.slice(0, 2)).toEqual([null, null]);
  expect(blocks[2]).toBe(blocks[3]);
  expect(blocks[2]).not.toBeNull();
});
