import * as v from 'valibot';
import { ok, refuse, type Result } from '#lib/result.ts';
import { mostWeeks, type Templates } from './template.ts';

const steps = v.pipe(
	v.array(
		v.strictObject({
			name: v.pipe(v.string(), v.trim(), v.minLength(1)),
			weeks: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostWeeks)),
			responsible: v.pipe(v.string(), v.trim())
		})
	),
	v.minLength(1)
);
const templates = v.strictObject({ report: steps, reply: steps });

/** Checks what was read from the device. A refusal names the first field at fault, `report.2.weeks`. */
export function checkTemplates(value: unknown): Result<Templates, { field: string }> {
	const checked = v.safeParse(templates, value, { abortEarly: true });
	return checked.success ? ok(checked.output) : refuse({ field: v.getDotPath(checked.issues[0]) ?? '' });
}
