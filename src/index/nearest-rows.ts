import type { VectorHit } from './vector-index.ts';

/**
 * Keeps the `limit` most similar rows of all that are offered. Of equally similar rows the lower one wins, so the
 * outcome does not depend on the order in which they were offered.
 */
export class NearestRows {
  // A heap with the worst kept hit on top: most offers fail against it and cost one comparison.
  private readonly heap: VectorHit[] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = Math.max(0, Math.floor(limit));
  }

  offer(row: number, similarity: number): void {
    const worst = this.heap[0];
    if (this.heap.length < this.limit) {
      this.heap.push({ row, similarity });
      this.raise(this.heap.length - 1);
    } else if (worst && isWorse(worst.row, worst.similarity, row, similarity)) {
      this.heap[0] = { row, similarity };
      this.sink();
    }
  }

  /** Nearest first. */
  take(): VectorHit[] {
    return [...this.heap].sort((a, b) => b.similarity - a.similarity || a.row - b.row);
  }

  private raise(start: number): void {
    for (let child = start; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.swapIfWorse(child, parent)) return;
      child = parent;
    }
  }

  private sink(): void {
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      const right = left + 1;
      const child = right < this.heap.length && this.worse(right, left) ? right : left;
      if (child >= this.heap.length || !this.swapIfWorse(child, parent)) return;
      parent = child;
    }
  }

  private swapIfWorse(child: number, parent: number): boolean {
    const lower = this.heap[child];
    const upper = this.heap[parent];
    if (!lower || !upper || !this.worse(child, parent)) return false;
    this.heap[child] = upper;
    this.heap[parent] = lower;
    return true;
  }

  private worse(first: number, second: number): boolean {
    const a = this.heap[first];
    const b = this.heap[second];
    return a !== undefined && b !== undefined && isWorse(a.row, a.similarity, b.row, b.similarity);
  }
}

function isWorse(row: number, similarity: number, otherRow: number, otherSimilarity: number): boolean {
  return similarity < otherSimilarity || (similarity === otherSimilarity && row > otherRow);
}
