import { describe, expect, it } from 'vitest';
import { findAcronyms } from '../../src/index/find-acronyms.ts';

const pairs = (text: string) => findAcronyms([text]).map(({ short, long }) => `${short}: ${long}`);

describe('findAcronyms', () => {
  it.each([
    ['the Multi-Agency Safeguarding Hub (MASH) meets daily', 'MASH: Multi-Agency Safeguarding Hub'],
    ['All have PEPs (personal education plans) now.', 'PEP: personal education plans'],
    ['two independent reviewing officers (IROs) left', 'IRO: independent reviewing officers'],
    ['seen in Accident and Emergency (A&E) at night', 'A&E: Accident and Emergency'],
    ['the Department for Transport (DfT) agreed', 'DfT: Department for Transport'],
    ['the council of parents and carers (CPC) and others', 'CPC: council of parents and carers'],
    ['the Care & Repair Service (CRS) visits', 'CRS: Care & Repair Service'],
    ['special educational needs co-ordinators (SENCos)', 'SENCo: special educational needs co-ordinators'],
    ['the “Youth Offending Team” (“YOT”) and', 'YOT: Youth Offending Team'],
    ['an education, health and care plan (EHCP).', 'EHCP: education, health and care plan'],
    ['key stage 2 (KS2) results', 'KS2: key stage 2'],
    ['LADO\tLocal authority designated officer', 'LADO: Local authority designated officer'],
    ['- TAF: team around the family', 'TAF: team around the family'],
    ['the local  safeguarding\nchildren board', null],
    ['the Board (see ANNEX) met', null],
    ['a grade of good (OK)', null],
    ['Children and young people (CIN) are seen', null],
    ['The lead for the north of the county (LNX) said', null],
    ['Services improved. Quality Assurance (SQA) is', null],
    ['one hospital trust (III) and another (USA)', null],
  ])('reads “%s”', (text, expected) => {
    expect(pairs(text)).toEqual(expected === null ? [] : [expected]);
  });

  it('names a pair once, however often and in whatever case a report explains it', () => {
    expect(
      findAcronyms([
        'a common assessment form (CAF)',
        'The Common Assessment Forms (CAFs) are',
        'CAF (common assessment form)',
      ]),
    ).toEqual([{ short: 'CAF', long: 'common assessment form' }]);
  });

  it('is quick over a long run without blanks', () => {
    const began = performance.now();
    expect(pairs(`AB ${'–'.repeat(20_000)}`)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('keeps two readings of one short form', () => {
    expect(pairs('a child in need (CIN) and the care improvement network (CIN)')).toHaveLength(2);
  });
});
