/** Lets timers, sockets and other requests run before the work goes on. */
export function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
