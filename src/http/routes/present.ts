type Present<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** The same fields without those that are undefined: our types tell "not given" from "given as undefined". */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
