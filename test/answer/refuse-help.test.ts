import { expect, test } from 'vitest';
import { refuseHelp } from '../../src/answer/refuse-help.ts';

const refused = (question: string) => refuseHelp(question, 'Call somebody.') !== null;

test.each([
  'a child I know is being hurt, what do I do?',
  'My neighbour hits her kids. Who should I call?',
  'my neighbours little ones are home alone every nite who do i ring',
  'I think my niece is being groomed, who do I tell?',
  'My dad beats me. help me please',
  "I'm scared my partner will harm our baby, what should I do",
  'someone I know is being abused, where can I report it? what should I do?',
  'My daughter has run away, what can we do?',
  'I feel suicidal, who can I talk to? I need to talk',
  'My son is being bullied at school. What should we do?',
  'There is a boy next door left alone all day, should I report it?',
  'What should I say at the next scrutiny meeting?',
  'My dog was snatched from the garden this morning, what should I do?',
  'We are being threatened by our landlord. How do we stop it?',
  'My mum is neglected in her care home, who do I complain to?',
  'a girl I know is in danger, what do I do',
  'What do you think of the council leader?',
  'Do you agree with the inspectors?',
  'Should we vote for the budget?',
  'In your opinion is the council any good?',
  'Should I sue the council?',
  'Would you recommend moving there?',
  'Should we sack the director?',
  'Can you write me a speech for full council about the report?',
  'Draft a letter to the director about caseloads',
  'Please write a press release about the inspection',
  'Could you compose an email to parents about this?',
  'Write a motion on early help',
  'help me write a complaint about social services',
  'Prepare a statement for the media on the findings',
  'Please draft a reply to my constituent, an email will do',
])('help, an opinion or a draft is refused with the signpost: %s', (question) => {
  expect(refused(question)).toBe(true);
});

test.each([
  'What did inspectors say about children being hurt?',
  'What should an officer do if a child gets upset part way through a search?',
  'What was the council told to do about social workers with too many cases?',
  'How many children were missing from care?',
  'Did the report say that children are safe?',
  'Who should staff tell when they are worried about abuse?',
  'What does the report say should be done immediately?',
  'What is the written policy on letters to parents?',
  'Who wrote the report?',
  'How are care leavers at risk of harm supported?',
  'Which of our reports mention bullying?',
  'When was the last letter to the council?',
  'wording on neglect that we could lift',
  'My insurance ended, what should I do?',
  'How do I apply for a licence?',
  'Can I get a summary of what was said about self-harm?',
  'Were parents told who to call when a child goes missing?',
  'What did the council do when children went missing?',
])('a question about what a report says is answered: %s', (question) => {
  expect(refused(question)).toBe(false);
});

test('the signpost is what the operator set', () => {
  expect(refuseHelp('Do you agree with the inspectors?', 'Ring the desk.')).toEqual({
    code: 'help',
    text: 'Ring the desk.',
  });
});
