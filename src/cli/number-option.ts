import { InvalidArgumentError } from 'commander';

/** Reads an option's value as a whole number from `low` to `high`; the message of a wrong one names both. */
export function wholeNumber(low: number, high: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (value.trim() !== '' && Number.isInteger(number) && number >= low && number <= high) return number;
    throw new InvalidArgumentError(`It has to be a whole number from ${low} to ${high}.`);
  };
}
