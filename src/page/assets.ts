import type { Context } from 'hono';
import { script } from './script.ts';
import { style } from './style.ts';

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5563"/><path d="M11 7h7.5a6 6 0 0 1 0 12H15v6h-4zm4 3.6v4.8h3.2a2.4 2.4 0 0 0 0-4.8z" fill="#fff"/></svg>`;

/** A short hash of a text (FNV-1a, 32 bits): names a version, guards nothing. */
function versionOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Addresses of the style, the script and the icon; they change with the content, so that copies last for ever. */
export const assetPaths = {
  style: `/assets/pincite.${versionOf(style)}.css`,
  script: `/assets/pincite.${versionOf(script)}.js`,
  icon: `/assets/pincite.${versionOf(icon)}.svg`,
};

const assets: Record<string, { type: string; body: string }> = {
  [assetPaths.style]: { type: 'text/css; charset=utf-8', body: style },
  [assetPaths.script]: { type: 'text/javascript; charset=utf-8', body: script },
  [assetPaths.icon]: { type: 'image/svg+xml', body: icon },
};

/** Serves the style, the script and the icon. */
export function sendAsset(context: Context): Response {
  const asset = assets[context.req.path];
  if (!asset) return context.text('No such file', 404);
  return context.body(asset.body, 200, {
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
}
