import { groups } from '#lib/cycle/timeline/views.ts';
import type { Board } from '#lib/monitor/board.ts';
import { barHeight, type Layout } from './layout.ts';

/** The colours of the page, as they are just now. */
export interface Inks {
	overdue: string;
	soon: string;
	met: string;
	ink: string;
	soft: string;
	rule: string;
	strong: string;
	focus: string;
	font: string;
}

/** What is drawn: States and bodies by their places, in the order they stand in. */
export interface Drawn {
	board: Board;
	layout: Layout;
	states: readonly number[];
	bodies: readonly number[];
	bodyNames: readonly string[];
	/** The codes of the States, drawn where a column has room for them. */
	codes: readonly string[];
	/** The column and row that is pointed at. */
	pointed: readonly [number, number] | null;
	isFromTheRight: boolean;
}

const [overdue, soon, later, undated, met] = groups.keys();
const widestBar = 12;

/** Reads the colours that a canvas is to be drawn in. */
export function readInks(canvas: HTMLElement): Inks {
	const style = getComputedStyle(canvas);
	const forced = matchMedia('(forced-colors: active)').matches;
	// Where the reader's own colours hold, the shapes alone tell the meanings apart.
	const ink = (name: string) => (forced ? 'CanvasText' : style.getPropertyValue(name));
	return {
		overdue: ink('--overdue'),
		soon: ink('--soon'),
		met: ink('--met'),
		ink: ink('--ink'),
		soft: ink('--ink-soft'),
		rule: ink('--rule'),
		strong: ink('--rule-strong'),
		focus: forced ? 'Highlight' : style.getPropertyValue('--blue'),
		font: `14px ${style.fontFamily}`
	};
}

/**
 * Draws States against bodies. What is overdue is a bar that is the taller the later it is; what is due soon, done,
 * still to come or without a day has its shape, the same as in the lists.
 */
export function draw(canvas: HTMLCanvasElement, drawn: Drawn, inks: Inks): void {
	const { layout, isFromTheRight } = drawn;
	const dense = devicePixelRatio;
	const [width, height] = [Math.round(layout.width * dense), Math.round(layout.height * dense)];
	// To set a size, even the same, empties the canvas and costs time.
	if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
	const pen = canvas.getContext('2d')!;
	pen.setTransform(dense, 0, 0, dense, 0, 0);
	pen.clearRect(0, 0, layout.width, layout.height);
	pen.font = inks.font;
	pen.direction = isFromTheRight ? 'rtl' : 'ltr';
	drawFrame(pen, drawn, inks);
	drawCells(pen, drawn, inks);
	drawPointed(pen, drawn, inks);
}

/** Where a width begins from the left, whichever side the picture begins at. */
const leftOf = ({ layout, isFromTheRight }: Drawn, x: number, width: number): number =>
	isFromTheRight ? layout.width - x - width : x;

function drawFrame(pen: CanvasRenderingContext2D, drawn: Drawn, inks: Inks): void {
	const { layout, bodyNames, codes } = drawn;
	const { columns, column, hasCodes, rows, row, names } = layout;
	const ground = (columns.at(-1) ?? names) + column - names;
	pen.textAlign = 'start';
	pen.fillStyle = inks.ink;
	bodyNames.forEach((name, place) => pen.fillText(name, leftOf(drawn, 0, 0), rows[place]! + row - 4));
	pen.fillStyle = inks.soft;
	if (hasCodes) {
		pen.font = inks.font.replace('14px', '11px');
		codes.forEach((code, place) => pen.fillText(code, leftOf(drawn, columns[place]!, 0), 16));
		pen.font = inks.font;
	}
	pen.fillStyle = inks.rule;
	for (const y of rows) pen.fillRect(leftOf(drawn, names, ground), y + row - 1, ground, 1);
}

function drawCells(pen: CanvasRenderingContext2D, drawn: Drawn, inks: Inks): void {
	const { board, states, bodies, layout } = drawn;
	const { columns, column, rows, row } = layout;
	const bar = Math.min(widestBar, Math.max(1, column - Math.min(2, column / 4)));
	const mark = Math.min(4, Math.max(1.25, column / 2 - 0.5));
	// One colour after the other, which is quicker than to change it with every cell.
	const inkOf = new Map([
		[overdue, inks.overdue],
		[soon, inks.soon],
		[later, inks.strong],
		[undated, inks.strong],
		[met, inks.met]
	]);
	for (const [wanted, ink] of inkOf) {
		pen.fillStyle = ink;
		pen.strokeStyle = ink;
		pen.beginPath();
		bodies.forEach((body, at) => {
			const ground = rows[at]! + row - 1;
			states.forEach((state, place) => {
				if (board.groupAt(state, body) !== wanted) return;
				const left = leftOf(drawn, columns[place]!, column);
				const middle = left + column / 2;
				const centre = ground - mark - 3;
				if (wanted === overdue) {
					const tall = barHeight(board.daysLateAt(state, body));
					pen.rect(left + (column - bar) / 2, ground - tall, bar, tall);
				} else if (wanted === soon) {
					pen.moveTo(middle, centre - mark - 1);
					pen.lineTo(middle + mark + 1, centre);
					pen.lineTo(middle, centre + mark + 1);
					pen.lineTo(middle - mark - 1, centre);
				} else if (wanted === undated)
					pen.rect(middle - mark * 0.75, centre - mark * 0.75, mark * 1.5, mark * 1.5);
				else {
					const radius = mark * (wanted === met ? 0.7 : 0.9);
					pen.moveTo(middle + radius, centre);
					pen.arc(middle, centre, radius, 0, 2 * Math.PI);
				}
			});
		});
		if (wanted === later || wanted === undated) pen.stroke();
		else pen.fill();
	}
}

function drawPointed(pen: CanvasRenderingContext2D, drawn: Drawn, inks: Inks): void {
	const { pointed, layout } = drawn;
	if (!pointed) return;
	const { columns, column, rows, row } = layout;
	const [x, y] = [leftOf(drawn, columns[pointed[0]]!, column), rows[pointed[1]]!];
	pen.strokeStyle = inks.focus;
	pen.lineWidth = 2;
	pen.strokeRect(x - 2, y - 1, column + 4, row + 1);
	pen.lineWidth = 1;
}
