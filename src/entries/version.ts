import packageFile from '../../package.json' with { type: 'json' };

/** Pincite's own version. */
export const version: string = packageFile.version;
