import type { QuestionReading } from '../retrieval/question-reading.ts';
import type { Outcome } from './answer-question.ts';

/** Up to this many readings of a name are answered, each under its own name; beyond that the asker chooses. */
const readingsAnswered = 3;

/** Offers a ready question for each reading of a name that may stand for too many things. Null when it does not. */
export function clarifyName({ asked, nameReadings }: QuestionReading): Outcome | null {
  const [first] = nameReadings;
  if (!first || nameReadings.length <= readingsAnswered) return null;
  return {
    status: 'clarify',
    decision: `“${first.name}” may stand for ${nameReadings.length} things in the reports held. Which one is meant?`,
    quoted: [],
    choices: nameReadings.map(({ name, meaning, reports }) => ({
      label: meaning,
      question: asked.replace(name, () => meaning),
      filters: { reports },
    })),
  };
}
