import { AppError } from '../errors.ts';
import type { Confirmation, FileReading } from './file-reading.ts';

/** How a door names the confirmations to whoever has to give them. */
export type ConfirmationNames = Readonly<Record<Confirmation, string>>;

/** As the fields of a form are named. */
export const formFieldNames: ConfirmationNames = {
  flags: '"accept_flags"',
  replace: '"replace"',
  duplicate: '"accept_duplicate"',
};

/**
 * Throws AppError `confirmation_needed` that names everything that has to be confirmed before these files are added.
 */
export function assertConfirmed(
  readings: readonly FileReading[],
  { confirmed, names }: { confirmed: readonly Confirmation[]; names: ConfirmationNames },
): void {
  const open = readings.flatMap((reading) =>
    reading.needs
      .filter((need) => !confirmed.includes(need))
      .map((need) => `${describeNeed(reading, need)} Confirm it with ${names[need]}.`),
  );
  if (open.length > 0) throw new AppError('confirmation_needed', open.join(' '));
}

/** Why something has to be confirmed, in a sentence. */
export function describeNeed(reading: FileReading, need: Confirmation): string {
  const { file, flags, duplicateOf, supersedes } = reading;
  if (need === 'flags') {
    const words = [...new Set(flags.map(({ wording }) => `“${wording}”`))].join(', ');
    return `${file} holds wording to look at before it is public: ${words}.`;
  }
  if (need === 'replace') {
    return `${file} takes the place of ${supersedes?.file}, edition ${supersedes?.edition}.`;
  }
  const share = Math.round(100 * (duplicateOf?.share ?? 1));
  return `${file} says what ${duplicateOf?.report} says already: ${share} % of its paragraphs are there.`;
}
