import { expect, test } from 'vitest';
import { keepContext, leadOf } from '../../src/answer/quote/keep-context.ts';

/** What is quoted of two sentences when the one at `place` was picked. */
function quoted(first: string, second: string, place: number, between = ' '): string {
  const text = `${first}${between}${second}`;
  const sentences = [
    { start: 0, end: first.length },
    { start: first.length + between.length, end: text.length },
  ];
  const { start, end } = keepContext({ text, sentences, place });
  return text.slice(start, end);
}

const turned: [string, string][] = [
  ['Most visits take place on time.', 'However, few are recorded.'],
  ['The board meets every month.', 'But nobody follows up what it decides.'],
  ['Morale has improved since spring.', 'Nevertheless, a third of posts stand empty.'],
  ['The strategy is well written.', 'Nonetheless, staff do not know of it.'],
  ['Response times fell by a quarter.', 'Despite this, complaints have doubled.'],
  ['A new database went live in May.', 'In spite of this, records are still kept on paper.'],
  ['Managers sign off every plan.', 'Although this is done promptly, few plans are read.'],
  ['The budget was balanced last year.', 'Although the council has reserves, they are nearly spent.'],
  ['Tenants praise the repairs team.', 'Though they wait longer than before for a visit.'],
  ['Schools value the advisers.', 'While some schools are visited weekly, others see nobody.'],
  ['Foster carers feel listened to.', 'Whilst there is a helpline, it closes at five.'],
  ['Inspectors saw some good work.', 'This is not yet consistent across the county.'],
  ['Audits take place each quarter.', 'They are not always followed by action.'],
  ['The two trusts share a building.', 'They do not always share information.'],
  ['A quality framework was agreed.', 'It has not yet been tested.'],
  ['The plan has clear targets.', 'These are not yet met.'],
  ['Training is offered to all staff.', 'There is not yet a record of who attended.'],
  ['Supervision is regular.', 'Its quality, however, varies.'],
  ['Apprentices are well supported.', 'Progress for older ones, however, has been slow.'],
  ['The service is open all week.', 'Few families know of it, however.'],
  ['Leaders understand the problem.', 'Even so, nothing has changed for residents.'],
  ['Bins are emptied on the right day.', 'That said, streets remain dirty.'],
  ['Costs are below those of neighbours.', 'On the other hand, so is satisfaction.'],
  ['Cases are allocated within a day.', 'In practice, some wait for weeks.'],
  ['The helpline is answered quickly.', 'In contrast, letters wait for months.'],
  ['Grants went to eleven groups.', 'Conversely, four large groups were refused.'],
  ['The panel has an independent chair.', 'Yet it has met only twice.'],
  ['Attendance is above average.', 'Unfortunately, exclusions have risen as well.'],
  ['Children said that they feel safe.', 'Despite the reassurance, bullying is common.'],
  ['The bridge was inspected in June.', 'Notwithstanding that inspection, cracks were missed.'],
];

test.each(turned)('%j is not quoted without %j', (first, second) => {
  expect(quoted(first, second, 0)).toBe(`${first} ${second}`);
  expect(quoted(first, second, 1)).toBe(`${first} ${second}`);
});

const leaning: [string, string][] = [
  ['The council closed two homes.', 'This left nine children without a place.'],
  ['A duty team was set up in March.', 'It takes calls until midnight.'],
  ['Nurses visit every new parent.', 'They also check the home.'],
  ['Three posts were cut.', 'As a result, visits stopped.'],
  ['The leader resigned in May.', 'Her deputy took over.'],
  ['Fees rose by a tenth.', 'Consequently, fewer people swim.'],
  ['The fire alarm failed.', 'For this reason the hall was closed.'],
  ['Two schools merged.', 'Both had been half empty.'],
  ['The trust lost its contract.', 'Such losses are rare.'],
  ['The mayor opposed the scheme.', 'Instead, she asked for trams.'],
];

test.each(leaning)('%j comes along with %j, which leans on it, but stands alone well', (first, second) => {
  expect(quoted(first, second, 1)).toBe(`${first} ${second}`);
  expect(quoted(first, second, 0)).toBe(first);
});

const apart: [string, string][] = [
  ['The library opens daily.', 'Trees grow behind the hall.'],
  ['Two wards have no councillor.', 'An election takes place in May.'],
  ['The review took six weeks.', 'Inspectors read forty files.'],
  ['Buses run until ten.', 'Taxis are licensed by the district.'],
  ['The panel met in June.', 'Members asked about costs.'],
  ['Rents rose by four per cent.', 'Tenants were told in March.'],
  ['The court sat for two days.', 'Counsel for the trust made submissions.'],
  ['Waste is burnt at Hartwell.', 'Recycling reached 41% in 2014.'],
];

test.each(apart)('%j and %j are quoted one without the other', (first, second) => {
  expect(quoted(first, second, 0)).toBe(first);
  expect(quoted(first, second, 1)).toBe(second);
});

test('what stands on another line is another bullet and stays out', () => {
  expect(quoted('Visits are timely.', 'However, few are recorded.', 1, '\n- ')).toBe(
    'However, few are recorded.',
  );
});

test('a chain of leaning sentences is followed two back and no further', () => {
  const said = ['A home closed.', 'It had nine rooms.', 'They were damp.', 'This was known.'];
  let at = 0;
  const sentences = said.map((one) => {
    const start = at;
    at += one.length + 1;
    return { start, end: start + one.length };
  });
  const text = said.join(' ');
  const { start, end } = keepContext({ text, sentences, place: 3 });
  expect(text.slice(start, end)).toBe('It had nine rooms. They were damp. This was known.');
});

const list =
  'The council must act. Within a year it must:\n- mend the quay\n- hire a warden. A deputy may follow.\nNobody objected.';

test('a lead-in brings the bullets below it, and nothing after them', () => {
  const start = list.indexOf('Within');
  const sentences = [{ start, end: list.indexOf('\n') }];
  const { end } = keepContext({ text: list, sentences, place: 0 });
  expect(list.slice(start, end)).toBe(
    'Within a year it must:\n- mend the quay\n- hire a warden. A deputy may follow.',
  );
});

test('a lead-in brings no more than whole bullets of a bearable length', () => {
  const bullet = `\n- ${'very '.repeat(40)}long`;
  const text = `It must:${bullet.repeat(4)}`;
  const { end } = keepContext({ text, sentences: [{ start: 0, end: 8 }], place: 0 });
  expect(end).toBe(8 + 2 * bullet.length);
});

test('a bullet knows the lead-in of its list, and what is no bullet has none', () => {
  expect(leadOf(list, list.indexOf('hire'))).toBe('Within a year it must');
  expect(leadOf(list, list.indexOf('Nobody'))).toBeNull();
  expect(leadOf('Trees:\n- oak', 0)).toBeNull();
});
