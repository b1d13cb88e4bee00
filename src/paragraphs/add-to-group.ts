/** Adds a value to its group. Copying groups as they grow would take square time in a long report. */
export function addToGroup<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): Value[] {
  const group = groups.get(key);
  if (group) {
    group.push(value);
    return group;
  }
  const begun = [value];
  groups.set(key, begun);
  return begun;
}
