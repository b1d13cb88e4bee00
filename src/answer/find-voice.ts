import type { ReportMetadata } from '../reports/report.ts';

const outsider = `(?:inspectors?|inspection|inspectorate|auditors?|audit|reviewers?|peer review|ombudsman|commissioners?|assessors?|regulators?)`;
const reports = `(?:felt|found|identif(?:y|ied|ies)|judged|said|stated|concluded|recognised|noted|considered|reflected|recommended|praised|criticised|highlighted|reported|were (?:positive|satisfied|concerned|critical|clear))`;
const account = new RegExp(
  String.raw`\b(${outsider})\b[^.]{0,60}?\b${reports}\b|\b${reports} by (${outsider})\b`,
  'i',
);

/**
 * Whose view a quote gives where it is not its publisher's own: a body's paper that tells what inspectors or auditors found
 * is that body's account of them. Undefined where the publisher speaks for itself.
 */
export function findVoice(quote: string, metadata: ReportMetadata): string | undefined {
  const { publisher, authority, authorityShort } = metadata;
  if (!publisher || publisher.toLowerCase() !== authority?.toLowerCase()) return undefined;
  const match = account.exec(quote);
  const who = (match?.[1] ?? match?.[2])?.toLowerCase();
  if (!who) return undefined;
  const told = /(?:ion|audit|review|ate|man)$/.test(who) ? `the ${who}` : who;
  return `${authorityShort ?? authority}’s account of what ${told} found`;
}
