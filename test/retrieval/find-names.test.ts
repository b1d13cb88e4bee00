import { expect, test } from 'vitest';
import { findAuthorities, findUnknownNames, findYears } from '../../src/retrieval/find-names.ts';
import { threeAuthorities } from './made-up-knowledge.ts';

const named = (question: string) => findAuthorities(question, threeAuthorities()).map((one) => one.name);

test('a name is not found inside a longer one', () => {
  expect(named('How many libraries has Ashbyshire?')).toEqual(['Ashbyshire District Council']);
  expect(named("What are Ashby's libraries like?")).toEqual(['Ashby Town Council']);
  expect(named('what are ashbys libraries like')).toEqual(['Ashby Town Council']);
});

test('names are found however they are typed', () => {
  expect(named('borrowdale libraries')).toEqual(['Borrowdale District Council']);
  expect(named('Compare ASHBY with Borrowdale')).toEqual([
    'Ashby Town Council',
    'Borrowdale District Council',
  ]);
});

test('an ordinary word of a name counts with a capital only, and only when no other authority shares it', () => {
  expect(named('What did the Town spend?')).toEqual(['Ashby Town Council']);
  expect(named('which town spends most?')).toEqual([]);
  expect(named('What did the District spend?')).toEqual([]);
});

test('years are found, amounts and numbers of the same shape are not', () => {
  expect(findYears('What changed between 2012 and 2015?')).toEqual([2012, 2015]);
  expect(findYears('Was it £2000 or 2,015 or 1.2012?')).toEqual([]);
});

test('a proper name that the corpus lacks is found, one that it holds is not', () => {
  const unknown = (question: string) =>
    findUnknownNames(question, threeAuthorities()).map(({ name }) => name);
  expect(unknown('What did inspectors say of Camborne?')).toEqual(['Camborne']);
  expect(unknown('What did inspectors say of Borrowdale?')).toEqual([]);
  expect(unknown('Is the FRP any good?')).toEqual([]);
});

test('a city of another name is not the one that is held', () => {
  expect(named('How did Camborne Town do?')).toEqual([]);
  expect(named('How did the Town do?')).toEqual(['Ashby Town Council']);
});

test('a short form in capitals that the corpus lacks is unknown, one that it knows in the plural is not', () => {
  const unknown = (question: string) =>
    findUnknownNames(question, threeAuthorities()).map(({ name }) => name);
  expect(unknown('Do they mention FGM?')).toEqual(['FGM']);
  expect(unknown('What is an FRP?')).toEqual([]);
  expect(unknown('WHAT IS FGM?')).toEqual([]);
});

test('a name is told to be a place or a body by what stands around it', () => {
  const [place] = findUnknownNames('How many libraries are there in Camborne?', threeAuthorities());
  expect(place).toMatchObject({ isPlace: true, isBody: false });
  const [body] = findUnknownNames('Does it work with Zennor Trust?', threeAuthorities());
  expect(body).toMatchObject({ isBody: true });
});
