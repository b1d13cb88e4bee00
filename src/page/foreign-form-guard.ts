import type { Context } from 'hono';
import { AppError } from '../errors.ts';

function hostOf(address: string | undefined): string | null {
  return address && URL.canParse(address) ? new URL(address).host : null;
}

/**
 * Refuses a form that a browser sent from another site, so that nobody's visitors fill the store of answers.
 * Programs that name no origin pass. Throws AppError `forbidden`.
 */
export function refuseForeignForm(context: Context, publicUrl: string | undefined): void {
  const site = context.req.header('sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return;
  const origin = context.req.header('origin');
  const ownHosts = [hostOf(context.req.url), hostOf(publicUrl), context.req.header('host')].filter(Boolean);
  if (!site && (!origin || ownHosts.includes(hostOf(origin)))) return;
  throw new AppError('forbidden', 'This form came from another site. Open Pincite itself and ask there.');
}
