import { AppError } from '../../errors.ts';

/** An AppError `corpus_invalid` about the Word file being read: what is wrong with it, and what to do. */
export function wordFileError(problem: string, cause?: unknown): AppError {
  return new AppError('corpus_invalid', `the Word file ${problem}`, { cause });
}

const compoundStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zipStart = [0x50, 0x4b, 0x03, 0x04];
const isEncryptedFlag = 1;

/** Throws AppError `corpus_invalid` unless bytes begin as a .docx does; old, locked and other files are named. */
export function refuseOtherFiles(bytes: Uint8Array): void {
  if (bytes.length === 0) throw wordFileError('is empty; save it again and add it anew');
  if (beginsWith(bytes, compoundStart)) throw wordFileError(describeCompound(bytes));
  if (beginsWith(bytes, [...'{\\rtf'].map(codeOf))) {
    throw wordFileError('is a rich text file (.rtf) by its content; save it as .docx in Word and add that');
  }
  if (!beginsWith(bytes, zipStart)) {
    throw wordFileError('does not begin as a .docx does; open it in Word, save it as .docx and add that');
  }
  if (((bytes[6] ?? 0) & isEncryptedFlag) !== 0) throw wordFileError(locked);
}

const locked = 'is locked with a password; save a copy without a password and add that';

/** Word keeps a file with a password in the container of its old format, under a name in UTF-16. */
function describeCompound(bytes: Uint8Array): string {
  if (holds(bytes, 'EncryptedPackage')) return locked;
  if (holds(bytes, 'WordDocument'))
    return 'is in the old format (.doc); open it in Word, save it as .docx and add that';
  return 'is no Word file by its content; open it in the program that made it, save it as .docx and add that';
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [codeOf(letter), 0]);
  const first = codeOf(name);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function codeOf(letter: string): number {
  return letter.charCodeAt(0);
}
