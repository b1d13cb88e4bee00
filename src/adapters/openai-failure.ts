import { AppError } from '../errors.ts';

/**
 * A failure of the service as a message for people. The service's own words are left out of it: they can quote part
 * of the key. They are in the cause, for logs, with the key taken out.
 */
export function describeOpenAiFailure(
  error: unknown,
  service: { baseUrl: string; model: string; apiKey: string },
): AppError {
  if (error instanceof AppError) return error;
  const { name, message, status } = error as { name?: string; message?: string; status?: number };
  const host = new URL(service.baseUrl).host;
  const cause = new Error(`${name}: ${withoutKey(String(message), service.apiKey)}`);
  return new AppError('embedding_failed', `The embedding service at ${host} ${explain()}`, { cause });

  function explain(): string {
    if (status === 401 || status === 403) return `refused the key (HTTP ${status}); check OPENAI_API_KEY.`;
    if (status === 404) {
      return `does not know the model ${service.model} (HTTP 404); check EMBEDDING_MODEL and OPENAI_BASE_URL.`;
    }
    if (status === 429) return 'is over its limit (HTTP 429); wait, or check the quota of the account.';
    if (status !== undefined) return `replied HTTP ${status}; try again, or check EMBEDDING_MODEL.`;
    if (/\btimed out\b|\btimeout\b/i.test(String(message))) return 'did not answer in time; try again later.';
    return 'cannot be reached or does not speak JSON; check OPENAI_BASE_URL and the network.';
  }
}

function withoutKey(text: string, key: string): string {
  // The service masks the middle of a key but quotes its beginning and end.
  return text.replaceAll(key, '[key]').replaceAll(/\bsk-[^\s"']*/g, '[key]');
}
