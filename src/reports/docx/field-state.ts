import type { XmlElement } from './xml-element.ts';

/** Knows, through a document, whether its text is what a field shows or only the field's instruction. */
export class FieldState {
  /** For each open field whether its instruction is over. */
  private open: boolean[] = [];
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

  /** An instruction that its paragraph leaves open would swallow the rest of the document: it is taken as over. */
  passParagraphEnd(): void {
    if (this.instructions === 0) return;
    this.open = this.open.filter((isResult) => isResult);
    this.instructions = 0;
  }

  get isPrinted(): boolean {
    return this.instructions === 0;
  }
}
