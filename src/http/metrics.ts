/** Counts what the service does, for whoever watches it. */
export interface Metrics {
  /** `route` is the pattern, never the path; `seconds` runs until the last byte was made. */
  countRequest(request: { method: string; route: string; status: number; seconds: number }): void;
  /** `stages` holds the seconds of each stage of the answer. */
  countAnswer(answer: {
    status: string;
    reason: string | null;
    seconds: number;
    stages: Record<string, number>;
  }): void;
  setIndex(index: { generation: string | null; reports: number; paragraphs: number }): void;
  /** Everything counted so far, as a scraper reads it. */
  render(): Promise<{ contentType: string; text: string }>;
}
