import type { XmlElement } from './xml-element.ts';

/** Knows, through a document, whether its text is what a field shows or only the field's instruction. */
export class FieldState {
  /** For each open field whether its instruction is over. */
  private readonly open: boolean[] = [];
  private instructions = 0;

  /** Passes the begin, the middle or the end of a field. */
  pass(mark: XmlElement): void {
    const kind = mark.attributes.get('fldCharType');
    if (kind === 'begin') {
      this.open.push(false);
      this.instructions++;
    } else if (kind === 'separate' && this.open.pop() === false) {
      this.open.push(true);
      this.instructions--;
    } else if (kind === 'end' && this.open.pop() === false) {
      this.instructions--;
    }
  }

  get isPrinted(): boolean {
    return this.instructions === 0;
  }
}
