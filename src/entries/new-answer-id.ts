/** An id that nobody can guess: 122 random bits. Whoever has an answer's link may read it. */
export function newAnswerId(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
