import type { IsoDate } from '#lib/calendar/date.ts';
import { daysBetween } from '#lib/calendar/distance.ts';
import type { Appointment } from '#lib/exchange/calendar/appointment.ts';
import type { CalendarWords } from '#lib/exchange/calendar/words.ts';

/**
 * Words in three scripts, for calendars in tests. They are long, so that lines are folded within them, and hold
 * all that is escaped.
 */
type Script = Record<Appointment['standing'] | 'owed' | 'why' | 'ahead' | 'category', string>;

const scripts: Record<string, Script> = {
	en: {
		open: 'Due',
		met: 'Met',
		overtaken: 'Overtaken',
		closed: 'Closed',
		undated: 'Without a day now',
		withdrawn: 'Withdrawn',
		owed: 'follow-up information, or the next periodic report; paragraphs 16, 36, 60 and 62 (c)',
		why: 'Requested in the concluding observations, in the words:\n“within two years”; C:\\',
		ahead: 'Days ahead, of what is owed',
		category: 'Treaty body; duty'
	},
	ar: {
		open: 'مستحَق',
		met: 'وردت',
		overtaken: 'فات أوانها',
		closed: 'مغلَقة',
		undated: 'بلا تاريخ',
		withdrawn: 'مسحوبة',
		owed: 'معلومات المتابعة بشأن الفقرات 16، 36، 60، 62 (ج) أو التقرير الدوري المقبل؛ إلى اللجنة المعنية بحماية حقوق العمال المهاجرين',
		why: 'طُلبت في الملاحظات الختامية، بالعبارة التالية:\n«في غضون سنتين»; C:\\',
		ahead: 'الأيام الباقية على الموعد النهائي للتقرير المطلوب من الدولة الطرف',
		category: 'هيئة المعاهدة; الواجب'
	},
	'zh-Hans': {
		open: '到期',
		met: '已收到',
		overtaken: '已被取代',
		closed: '已结束',
		undated: '无日期',
		withdrawn: '已撤回',
		owed: '关于第16、36、60和62段(c)项的后续行动资料,或下一次定期报告;提交保护所有移徙工人及其家庭成员权利委员会',
		why: '结论性意见中提出的要求,原文如下:\n“两年之内”; C:\\ 👩🏽‍🚀🇨🇭',
		ahead: '距缔约国应提交报告的最后期限尚有天数',
		category: '条约机构; 义务'
	}
};

/** The words of a calendar in English, Arabic and Chinese. */
export const wordsInThreeScripts: readonly CalendarWords[] = Object.entries(scripts).map(
	([language, say]) => ({
		language,
		name: `Servanda: ${say.owed}`,
		summary: ({ obligation, standing }) => `${say[standing]}: ${obligation.id}, ${say.owed}`,
		description: ({ date }) => `${date.from}; ${say.why}`,
		reminder: ({ obligation, date }, on: IsoDate) =>
			`${say.ahead}: ${daysBetween(on, date.due)}; ${obligation.id}`,
		categories: ({ obligation }) => [obligation.duty, say.category]
	})
);
