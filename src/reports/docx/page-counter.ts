/** Follows the page breaks that a Word file tells of. */
export class PageCounter {
  private page = 1;
  private sinceBreak = true;
  private told = false;
  private rendered = false;

  /** The page that the next words stand on, 1-based. */
  get current(): number {
    return this.page;
  }

  /**
   * Whether pages can be told: Word noted where they end, or the breaks that the author set give as many pages as
   * the file says that it has (null where it does not say).
   */
  isKnown(pageCount: number | null): boolean {
    return this.rendered || (this.told && (pageCount === null || pageCount === this.page));
  }

  /** Word noted here that a page ended when it last laid the document out. */
  passRendered(): void {
    this.rendered = true;
    // Right behind a break that the author set, it is the same one.
    if (!this.sinceBreak) this.page++;
    this.sinceBreak = true;
  }

  /** The author set a page break here. */
  passSet(): void {
    this.told = true;
    this.page++;
    this.sinceBreak = true;
  }

  /** A paragraph that is set to begin a page begins. */
  passParagraphStart(): void {
    if (!this.sinceBreak) this.passSet();
  }

  /** Words were printed. */
  passWords(): void {
    this.sinceBreak = false;
  }
}
