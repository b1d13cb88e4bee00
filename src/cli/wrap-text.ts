const narrowest = 20;

/**
 * Breaks a text into lines of at most `width` characters, each after `indent`; line ends of the text stay. A word
 * longer than a line is left whole, so that links can be copied.
 */
export function wrapText(text: string, width: number, indent = ''): string {
  const room = Math.max(narrowest, width - indent.length);
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, room))
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}

function wrapLine(line: string, room: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/[ \t]+/).filter(Boolean)) {
    if (current !== '' && current.length + 1 + word.length > room) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}
