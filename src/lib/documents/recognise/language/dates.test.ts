import { describe, expect, it } from 'vitest';
import { daysIn, monthsIn } from './dates.ts';

const read = (text: string) =>
	daysIn(text).map(({ days, isRange }) => [
		isRange,
		...days.map(({ day }) => (day.ok ? day.value : day.error.kind))
	]);

describe('daysIn', () => {
	it.each([
		['on 4 and 5 October 2021', [[false, '2021-10-04', '2021-10-05']]],
		['on 31 March and 1 April 2015, respectively', [[false, '2015-03-31', '2015-04-01']]],
		['(27 September–8 October 2021)', [[true, '2021-09-27', '2021-10-08']]],
		['(29 December 2021–3 January 2022)', [[true, '2021-12-29', '2022-01-03']]],
		['los días 11 y 12 de septiembre de 2019', [[false, '2019-09-11', '2019-09-12']]],
		['26 de agosto a 20 de septiembre de 2019', [[true, '2019-08-26', '2019-09-20']]],
		['du 11 mars au 5 avril 2019', [[true, '2019-03-11', '2019-04-05']]],
		['le 1er août 2019', [[false, '2019-08-01']]],
		[
			'dated 25.08.2000 and 2 Jan. 2020',
			[
				[false, '2000-08-25'],
				[false, '2020-01-02']
			]
		],
		['on December 17, 2021', [[false, '2021-12-17']]],
		['by 8 October 20 21', [[false, '2021-10-08']]],
		['31 de junio de 2026', [[false, 'noSuchDay']]],
		['article 1.0.2 and law 12.13.2000', [[false, 'noSuchMonth']]],
		['in 2021', []]
	])('%s', (text, days) => {
		expect(read(text)).toEqual(days);
	});
});

describe('monthsIn', () => {
	it('finds months that have no day', () => {
		expect(monthsIn('due in February 2026, not on 3 March 2027')).toEqual([{ from: 7, to: 20 }]);
	});
});
