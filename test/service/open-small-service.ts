import { openSqlAnswerStore } from '../../src/adapters/sql-answer-store.ts';
import { openSqliteDatabase } from '../../src/adapters/sqlite-database.ts';
import { AppError } from '../../src/errors.ts';
import type { Embedder } from '../../src/index/embedder.ts';
import type { Generation } from '../../src/index/generation.ts';
import { createPincite } from '../../src/service/create-pincite.ts';

/** The facade over a generation in memory, which a test can exchange, and how many requests hold one. */
export async function openSmallService(generation: Generation | null, embedder: Embedder | null = null) {
  const current = { generation, held: 0 };
  const answers = await openSqlAnswerStore(openSqliteDatabase(':memory:', 'wal'));
  let ids = 0;
  const pincite = createPincite({
    generations: {
      async acquire() {
        const pinned = current.generation;
        if (!pinned) throw new AppError('index_missing', 'There is no index. Run: pincite index');
        current.held++;
        return { generation: pinned, release: () => void current.held-- };
      },
    },
    ...{
      embedder,
      reader: null,
      answers,
      version: '1',
      notices: ['a notice'],
      helpSignpost: 'Ask a person.',
    },
    maxQuestionCharacters: 200,
    now: () => new Date('2026-11-22T06:00:00.000Z'),
    elapsedMs: () => 0,
    newId: () => `answer-${++ids}`,
  });
  return { pincite, answers, current };
}
