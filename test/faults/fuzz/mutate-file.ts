import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { SoundFile } from './sound-files.ts';

/** Draws whole numbers from 0 up to but not including a bound. */
export type Draw = (bound: number) => number;

type Mutation = (bytes: Uint8Array, draw: Draw) => Uint8Array;

const mostBytes = 8_000_000;
const mostChanges = 4;

/** A file with up to four changes of its bytes, its words, its mark-up, or the members of its archive. */
export function mutateFile(files: readonly SoundFile[], draw: Draw): SoundFile & { changes: string[] } {
  const { ending, bytes } = files[draw(files.length)] ?? { ending: 'txt', bytes: new Uint8Array() };
  const other = files[draw(files.length)]?.bytes ?? bytes;
  const changes: string[] = [];
  let changed = bytes;
  for (let left = 1 + draw(mostChanges); left > 0; left--) {
    const all: [string, Mutation][] = [
      ...Object.entries(mutations),
      ['splice', (own) => splice(own, other, draw)],
    ];
    const [name, mutate] = all[draw(all.length)] ?? ['same', (own: Uint8Array) => own];
    const inside = ending === 'docx' && draw(4) > 0;
    changes.push(inside ? `${name} inside` : name);
    changed = inside ? changeMember(changed, mutate, draw) : mutate(changed, draw);
    if (changed.length > mostBytes) changed = changed.slice(0, mostBytes);
  }
  return { ending, bytes: changed, changes };
}

const mutations: Record<string, Mutation> = {
  flip: (bytes, draw) => {
    const changed = bytes.slice();
    for (let left = 1 + draw(20); left > 0; left--) changed[draw(changed.length)] = draw(256);
    return changed;
  },
  truncate: (bytes, draw) => bytes.slice(0, draw(bytes.length + 1)),
  cut: (bytes, draw) => {
    const from = draw(bytes.length);
    return join(bytes.subarray(0, from), bytes.subarray(from + draw(bytes.length - from + 1)));
  },
  repeat: (bytes, draw) => {
    const from = draw(bytes.length);
    const piece = bytes.subarray(from, from + 1 + draw(200));
    const times = 10 ** draw(5);
    return join(bytes.subarray(0, from), ...Array(times).fill(piece), bytes.subarray(from));
  },
  numbers: (bytes, draw) =>
    inText(bytes, (text) => {
      const values = ['0', '1', '-1', '999999999', '4294967296', '1e309', '1.1.1.1.1.1.1.1.1.1.1', 'NaN'];
      const value = values[draw(values.length)] ?? '0';
      const some = 1 + draw(9);
      let seen = 0;
      return text.replace(/\d+/g, (digits) => (seen++ % some === 0 ? value : digits));
    }),
  nest: (bytes, draw) =>
    inText(bytes, (text) => {
      const pieces = [
        '<div>',
        '<ol><li>',
        '<table><tr><td>',
        '<b>',
        '(((',
        '[[[',
        '>>> ',
        '- - - ',
        '<w:tbl><w:tr><w:tc>',
        '<< /K [ ',
      ];
      const at = draw(text.length + 1);
      return text.slice(0, at) + (pieces[draw(pieces.length)] ?? '').repeat(10 ** draw(6)) + text.slice(at);
    }),
  tags: (bytes, draw) =>
    inText(bytes, (text) => {
      const tags = text.match(/<[^<>]{1,200}>|\/[A-Z][A-Za-z]+/g) ?? [];
      const [one, other] = [tags[draw(tags.length || 1)], tags[draw(tags.length || 1)]];
      return one === undefined || other === undefined ? text : text.replaceAll(one, other);
    }),
  lines: (bytes, draw) =>
    inText(bytes, (text) => {
      const breaks = ['\n', '\r', '\f', '\n\n', ' ', '\t', '\u2028', ''];
      return text.replaceAll('\n', breaks[draw(breaks.length)] ?? '');
    }),
  widen: (bytes) =>
    join(
      new Uint8Array([0xff, 0xfe]),
      new Uint8Array([...bytes.slice(0, mostBytes / 2)].flatMap((byte) => [byte, 0])),
    ),
  marks: (bytes, draw) =>
    inText(bytes, (text) => {
      const marks = [
        '\u0000',
        '\uFEFF',
        '\u202E',
        '\u00AD',
        '\uD800',
        '\u0301'.repeat(1_000),
        '\u{1F469}\u200D'.repeat(500),
      ];
      const at = draw(text.length + 1);
      return text.slice(0, at) + strFromU8(strToU8(marks[draw(marks.length)] ?? ''), true) + text.slice(at);
    }),
};

/** Bytes as text and back: one byte, one character, so that nothing else changes. */
function inText(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  return strToU8(change(strFromU8(bytes, true)), true);
}

function splice(bytes: Uint8Array, other: Uint8Array, draw: Draw): Uint8Array {
  const at = draw(bytes.length + 1);
  const from = draw(other.length);
  return join(bytes.subarray(0, at), other.subarray(from, from + draw(5_000)), bytes.subarray(at));
}

/** Changes, doubles, empties, renames or removes one member of an archive; one that is no archive any more, its bytes. */
function changeMember(bytes: Uint8Array, mutation: Mutation, draw: Draw): Uint8Array {
  try {
    const members: Record<string, Uint8Array> = unzipSync(bytes);
    const names = Object.keys(members);
    const name = names[draw(names.length)] ?? '';
    const own = members[name] ?? new Uint8Array();
    const fate = draw(8);
    if (fate === 0) delete members[name];
    else if (fate === 1) members[names[draw(names.length)] ?? name] = own;
    else if (fate === 2) members[`../${name}/..\\\u202E`] = own;
    else members[name] = mutation(own, draw);
    return zipSync(members, { level: 1 });
  } catch {
    return mutation(bytes, draw);
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const most = parts.reduce((sum, { length }) => sum + length, 0);
  const whole = new Uint8Array(Math.min(most, mostBytes));
  let at = 0;
  for (const part of parts) {
    if (at + part.length > whole.length) break;
    whole.set(part, at);
    at += part.length;
  }
  return whole.subarray(0, at);
}
