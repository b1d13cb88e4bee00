import { anyOf, type KindSignal, often, opens, says } from './kind-signal.ts';

/** Words that weigh how well things are done, and those that turn or explain such a verdict. */
const weighing = anyOf(
  'effective(?:ly)?|well|good|strong|robust|weak(?:ness(?:es)?)?|poor|inconsistent|variable|adequate|insufficient(?:ly)?',
  'limited|lack(?:s|ed|ing)?|too (?:many|much|few|slow|variable)|not (?:always|sufficiently|yet|been)|clear',
  'appropriate(?:ly)?|timely|successful(?:ly)?|slow|fail(?:s|ed|ure)|concern(?:s|ed)?|rarely|never|still|only',
  'however|although|despite|because|result|therefore',
);

/** Words by which a paragraph tells what was found, and words by which it tells what has to be known first. */
export const accountSignals: readonly KindSignal[] = [
  {
    name: 'says what was seen, found or told',
    weights: { finding: 2 },
    strength: often(
      anyOf(
        'inspectors (?:saw|found|noted|felt|identified|heard)|found (?:that|to be)',
        '(?:we|i|it|audit|review|inquiry) (?:\\w+ )?(?:saw|found|noted|heard|believe)',
        'said|told|explained|reported|acknowledged|attribut\\w+|i (?:was struck|am satisfied|accept|find)',
      ),
    ),
  },
  { name: 'weighs how well things are done', weights: { finding: 1.5 }, strength: often(weighing) },
  {
    name: 'counts and compares',
    weights: { finding: 1 },
    strength: often(
      /\d(?:\.\d+)?\s?(?:%|per ?cent)|\bcompared with\b|\b(?:rose|fell|risen|fallen|increased|decreased|dropped)\b|\b(?:more|fewer|less|higher|lower) than\b|\b(?:\d+|one|two|three|four|five|half|most|none|all|out) of (?:the |its |their )?\d+\b|\bagainst (?:a|an|the)\b/i,
    ),
  },
  {
    name: 'says what the document or the work was for',
    weights: { background: 2.5 },
    strength: says(
      anyOf(
        'this (?:report|paper|memorandum|notice|letter|guidance|document|review|inspection) (?:is|was|deals|sets out|summari[sz]es|describes|covers|focused|relates|has been prepared)',
        'the purpose of|key aim|(?:i|we) have (?:not )?investigated|(?:was|were) (?:inspected|the subject of)|to align',
        'inspectors (?:considered|looked at|visited|spoke|interviewed|read)|(?:took|heard) evidence from',
      ),
    ),
  },
  {
    name: 'explains a law or a rule',
    weights: { background: 2 },
    strength: often(
      anyOf(
        '(?:sub)?section \\(?\\d|(?:sections?|schedule|article|regulations?) \\d|(?:act|regulations|order) \\d{4}',
        'under the entry|definition of|means|defines?|places a duty|has (?:the power|a duty) to',
      ),
    ),
  },
  {
    name: 'describes what there is',
    weights: { background: 2 },
    strength: often(
      anyOf(
        '(?:is|are) (?:a|an|the) \\w+ (?:of|within|for|with|that)|consists? of|includes?|serves|runs|comprises',
        '(?:is|are) (?:responsible for|made up of|comprised of|supported by|run by)',
        '(?:was|were) (?:formally )?(?:set up|established|formed|appointed) in',
      ),
    ),
  },
  {
    name: 'begins with who looked into it and when',
    weights: { background: 1.5 },
    strength: opens(
      /\binspect(?:or|ion|ed)\w{0,3}\b.{0,200}\b(?:in|on|between|from) (?:\d+ )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i,
    ),
  },
];
