/** Stops the test run on any Node but 24: a run on another version proves nothing about the one we ship on. */
export default function assertNode24(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major !== 24) {
    throw new Error(`Tests must run on Node 24, this is ${process.version}; start them with "npm test"`);
  }
}
